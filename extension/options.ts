import './page.css';
import './options.css';
import {
  askToSee,
  extensionOrigin,
  forgetOthers,
  hiddenOrigins,
  loadSettings,
  onAccessChange,
  originsOf,
  saveSettings,
} from './browser.ts';
import { customerIn, readCustomerAddress, type CustomerAddress } from './customerAddress.ts';
import { make, makeButton, say } from './dom.ts';
import { optionsText as text } from './extensionText.ts';
import { readPanelAddress } from './origins.ts';
import type { SettingSource } from './settings.ts';

const settings = await loadSettings();

interface Field {
  element: HTMLElement;
  control: HTMLInputElement | HTMLTextAreaElement;
  /** Says what is wrong; nothing with an empty text. */
  setProblem: (problem: string) => void;
}

function createField(
  control: Field['control'],
  { label, hint }: { label: string; hint: string },
  source: SettingSource = 'agent',
): Field {
  const about = make('p', { id: `${control.id}-hint`, className: 'hint' }, hint);
  const problem = make('p', { id: `${control.id}-problem`, className: 'problem', role: 'alert' });
  control.setAttribute('aria-describedby', `${about.id} ${problem.id}`);
  control.readOnly = source !== 'agent';
  if (source !== 'agent') about.append(` ${text.fixedBy[source]}`);
  return {
    element: make(
      'div',
      { className: 'field' },
      make('label', { htmlFor: control.id }, label),
      control,
      about,
      problem,
    ),
    control,
    setProblem(message) {
      say(problem, message);
      control.ariaInvalid = message === '' ? null : 'true';
    },
  };
}

const panel = createField(
  make('input', { id: 'panel', type: 'url', value: settings.panelAddress, spellcheck: false }),
  text.panel,
  settings.source.panelAddress,
);
const addresses = createField(
  make('textarea', {
    id: 'addresses',
    value: settings.customerAddresses.join('\n'),
    spellcheck: false,
  }),
  text.addresses,
  settings.source.customerAddresses,
);
const tryOut = createField(
  make('input', { id: 'try-out', type: 'text', autocomplete: 'off', spellcheck: false }),
  text.tryOut,
);
const isFixed = [panel, addresses].every(({ control }) => control.readOnly);
const status = make('p', { role: 'status' });
const tried = make('p', { role: 'status' });
const access = make('section');

/** The lines that are not empty, each with its number as the agent counts. */
const lines = () =>
  addresses.control.value
    .split('\n')
    .map((line, index) => ({ pattern: line.trim(), number: index + 1 }))
    .filter(({ pattern }) => pattern !== '');

function readAddresses(): { read: CustomerAddress[]; problems: string[] } {
  const read: CustomerAddress[] = [];
  const problems: string[] = [];
  for (const { pattern, number } of lines()) {
    const address = readCustomerAddress(pattern);
    if ('problem' in address) problems.push(text.addresses.problem(number, address.problem));
    else read.push(address);
  }
  return { read, problems };
}

/** Says beside each field what is wrong with it, and gives back what can be saved: nothing while anything is wrong. */
function check() {
  const address = panel.control.value.trim();
  const origin = readPanelAddress(address);
  const { read, problems } = readAddresses();
  if (address === '') panel.setProblem(text.panel.missing);
  else panel.setProblem('problem' in origin ? text.panel.problems[origin.problem] : '');
  addresses.setProblem(problems.join('\n'));
  if ('problem' in origin || problems.length > 0) return undefined;
  return { panelAddress: origin.origin, addresses: read };
}

async function showAccess() {
  const origins = originsOf(readAddresses().read);
  const hidden = await hiddenOrigins(origins);
  const entry = (origin: string) =>
    make('li', {}, hidden.includes(origin) ? text.access.hidden(origin) : text.access.seen(origin));
  access.replaceChildren(
    make('h2', {}, text.access.title),
    origins.length > 0 ? make('ul', {}, ...origins.map(entry)) : make('p', {}, text.access.none),
    ...(hidden.length > 0 ? [makeButton(text.access.allow, () => void askToSee(hidden))] : []),
  );
}

async function save() {
  say(status, '');
  const checked = check();
  if (!checked) {
    const wrong = [panel, addresses].find(({ control }) => control.ariaInvalid === 'true');
    wrong?.control.focus();
    return;
  }
  const patterns = checked.addresses.map(({ pattern }) => pattern);
  const origins = originsOf(checked.addresses);
  try {
    await saveSettings({
      ...(settings.source.panelAddress === 'agent' && { panelAddress: checked.panelAddress }),
      ...(settings.source.customerAddresses === 'agent' && { customerAddresses: patterns }),
    });
  } catch {
    say(status, text.failed);
    return;
  }
  await forgetOthers(origins);
  const hidden = await hiddenOrigins(origins);
  await showAccess();
  say(status, hidden.length > 0 ? text.asking : text.saved);
  if (hidden.length === 0) return;
  const isAllowed = await askToSee(hidden);
  say(status, isAllowed ? text.saved : text.savedUnseen(hidden));
}

const form = make(
  'form',
  { noValidate: true },
  panel.element,
  addresses.element,
  make(
    'button',
    { type: 'submit', className: 'button button--primary', hidden: isFixed },
    text.save,
  ),
  status,
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void save();
});
for (const { control, setProblem } of [panel, addresses])
  control.addEventListener('input', () => {
    setProblem('');
    say(status, '');
  });

function tryLink() {
  const link = tryOut.control.value.trim();
  const id = customerIn(readAddresses().read, link);
  say(tried, link === '' ? '' : id === undefined ? text.tryOut.unread : text.tryOut.named(id));
}
tryOut.control.addEventListener('input', tryLink);
addresses.control.addEventListener('input', tryLink);

const hosts = JSON.stringify({ origin: extensionOrigin() });
document.title = text.title;
document.body.append(
  make(
    'main',
    {},
    make('h1', {}, text.title),
    form,
    make('section', {}, tryOut.element, tried),
    access,
    make(
      'section',
      {},
      make('h2', {}, text.hosts.title),
      make('p', {}, text.hosts.body),
      make('code', {}, hosts),
    ),
  ),
);
// What a policy or a build got wrong is said at once; an agent's own field may still be empty.
if (isFixed || settings.panelAddress !== '') check();
onAccessChange(() => void showAccess());
await showAccess();
