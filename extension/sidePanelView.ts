import { make, makeButton, say } from './dom.ts';
import { extensionOrigin } from './browser.ts';
import { sidePanelText as text } from './extensionText.ts';

/** What takes the place of the panel, or the panel itself. */
export type Screen =
  | {
      name:
        | 'not-configured'
        | 'no-customer'
        | 'no-addresses'
        | 'starting'
        | 'showing'
        | 'unsupported-version';
    }
  | { name: 'not-ready'; panelOrigin: string };

/** The line above: where the customer comes from, or what is in the way. */
export interface Note {
  text: string;
  caution?: boolean;
  action?: { label: string; do: () => void };
}

export interface View {
  screen: Screen;
  note?: Note | undefined;
}

interface Handlers {
  /** Whether the text was understood. */
  onPaste: (pasted: string) => boolean;
  hasAddresses: () => boolean;
  onSettings: () => void;
  onRetry: () => void;
}

function messageOf(screen: Screen, { onSettings, onRetry }: Handlers): Node[] {
  const message = ({ title, body }: { title: string; body: string }, ...rest: Node[]) => [
    make('h1', {}, title),
    make('p', {}, body),
    ...rest,
  ];
  switch (screen.name) {
    case 'showing':
      return [];
    case 'not-configured': {
      const settings = makeButton(text.settings, onSettings, 'button button--primary');
      return message(text.notConfigured, settings);
    }
    case 'no-customer':
      return message(text.noCustomer);
    case 'no-addresses':
      return message(text.noAddresses);
    case 'starting':
      return [make('p', { className: 'hint' }, text.starting)];
    case 'unsupported-version':
      return message(text.unsupported);
    case 'not-ready': {
      const { title, body, reasons, hosts, retry } = text.notReady;
      const causes = [...reasons, hosts(extensionOrigin())].map((cause) => make('li', {}, cause));
      const actions = [
        makeButton(retry, onRetry, 'button button--primary'),
        makeButton(text.settings, onSettings),
      ];
      return message(
        { title, body: body(screen.panelOrigin) },
        make('ul', {}, ...causes),
        make('div', { className: 'actions' }, ...actions),
      );
    }
  }
}

function createPasteForm({ onPaste, hasAddresses }: Handlers, onDone: () => void) {
  const input = make('input', {
    id: 'paste',
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
  });
  const problem = make('p', { id: 'paste-problem', className: 'problem', role: 'alert' });
  input.setAttribute('aria-describedby', problem.id);
  const setProblem = (message: string) => {
    say(problem, message);
    input.ariaInvalid = message === '' ? null : 'true';
  };
  const form = make(
    'form',
    { className: 'paste', hidden: true },
    make(
      'div',
      { className: 'field' },
      make('label', { htmlFor: input.id }, text.paste.label),
      input,
    ),
    make('button', { type: 'submit', className: 'button button--primary' }, text.paste.show),
    problem,
  );
  input.addEventListener('input', () => setProblem(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!onPaste(input.value)) {
      setProblem(text.paste.unread(hasAddresses()));
      input.focus();
      return;
    }
    input.value = '';
    onDone();
  });
  return { form, input };
}

/** Builds the page of the side panel. `render` shows a state; the frame is made for the panel and never moves. */
export function createSidePanelView(page: HTMLElement, handlers: Handlers) {
  let isOpen = false;
  let view: View = { screen: { name: 'not-configured' } };

  const where = make('p', { className: 'bar__where', role: 'status' });
  const action = makeButton('', () => view.note?.action?.do(), 'button button--quiet');
  const other = makeButton(text.other, () => setOpen(!isOpen), 'button button--quiet');
  const bar = make('header', { className: 'bar' }, where, action, other);
  const message = make('div', { className: 'message', role: 'status' });
  const { form, input } = createPasteForm(handlers, () => setOpen(false));
  const frame = make('div', { className: 'frame' });
  page.append(bar, make('main', {}, message, form, frame));

  function setOpen(open: boolean) {
    isOpen = open;
    render(view);
    if (open) input.focus();
    else if (!other.hidden) other.focus();
  }

  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && isOpen) setOpen(false);
  });

  let shownMessage = '';
  function render(next: View) {
    view = next;
    const { screen, note } = view;
    const isFramed = screen.name === 'showing' || screen.name === 'starting';
    const isAsking = screen.name === 'no-customer' || screen.name === 'no-addresses';
    const held = document.activeElement;

    bar.hidden = !isFramed && !note;
    bar.classList.toggle('bar--caution', note?.caution === true);
    say(where, note?.text ?? '');
    action.hidden = !note?.action;
    say(action, note?.action?.label ?? '');
    other.hidden = !isFramed;
    other.ariaExpanded = String(isOpen);

    // Anew only when it is another: buttons keep their focus, and screen readers are not told twice.
    const key = JSON.stringify(screen);
    if (key !== shownMessage) message.replaceChildren(...messageOf(screen, handlers));
    shownMessage = key;
    message.hidden = screen.name === 'showing';
    message.classList.toggle('message--over', screen.name === 'starting');
    form.hidden = !(isAsking || (isFramed && isOpen));
    frame.hidden = !isFramed;

    // A press of a button that goes away must not leave the keyboard nowhere.
    if (held instanceof HTMLElement && !held.checkVisibility())
      [input, other, ...page.querySelectorAll('button')]
        .find((element) => element.checkVisibility())
        ?.focus();
  }

  return { frame, render };
}
