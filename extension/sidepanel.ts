import { embed, type Panel } from '#src/sdk/host.ts';
import './page.css';
import './sidepanel.css';
import {
  askToSee,
  hiddenOrigins,
  loadSettings,
  onAccessChange,
  onSettingsChange,
  originsOf,
  watchActiveTab,
  type SeenTab,
} from './browser.ts';
import { nothingChosen, onMerge, onPick, onTab, relationOf, type Choice } from './choice.ts';
import { customerIn, readPasted } from './customerAddress.ts';
import { make } from './dom.ts';
import { sidePanelText as text } from './extensionText.ts';
import { configurationOf, type Configuration } from './settings.ts';
import { createSidePanelView, type Note, type Screen } from './sidePanelView.ts';

type Failure = 'not-ready' | 'unsupported-version';

/**
 * The manifest has to allow any address of a panel, since it is a setting. This page then allows itself that one:
 * policies only ever add up (CSP3 section 8.1).
 */
function frameOnly(origin: string): void {
  const content = `frame-src ${origin}`;
  document.head.append(make('meta', { httpEquiv: 'Content-Security-Policy', content }));
}

let configuration: Configuration = configurationOf(await loadSettings());
const { panelOrigin } = configuration;
if (panelOrigin !== undefined) frameOnly(panelOrigin);

let choice: Choice = nothingChosen;
let tab: SeenTab | undefined;
let panel: Panel | undefined;
/** What the panel was told, or has told. */
let panelShows: string | undefined;
let failure: Failure | undefined;
let hasStarted = false;
let hidden: readonly string[] = [];
let hasDeclined = false;
let hasMoved = false;
let hasUnsaved = false;

const view = createSidePanelView(document.body, {
  onPaste(pasted) {
    const id = readPasted(configuration.addresses, panelOrigin ?? '', pasted);
    if (id !== undefined) choose(onPick(choice, id));
    return id !== undefined;
  },
  hasAddresses: () => configuration.addresses.length > 0,
  onSettings: () => void chrome.runtime.openOptionsPage(),
  onRetry: retry,
});

function screen(): Screen {
  if (panelOrigin === undefined) return { name: 'not-configured' };
  if (failure === 'not-ready') return { name: failure, panelOrigin };
  if (failure) return { name: failure };
  if (choice.shown !== undefined) return { name: hasStarted ? 'showing' : 'starting' };
  return { name: configuration.addresses.length > 0 ? 'no-customer' : 'no-addresses' };
}

function noteOfMove(): Note {
  const { body, load, unsaved, loadAnyway } = text.moved;
  return {
    text: hasUnsaved ? unsaved : body,
    caution: true,
    action: { label: hasUnsaved ? loadAnyway : load, do: () => location.reload() },
  };
}

function note(): Note | undefined {
  if (panelOrigin === undefined) return undefined;
  if (hasMoved) return noteOfMove();
  if (hidden.length > 0 && tab?.address === undefined)
    return {
      text: hasDeclined ? text.declined : text.hidden(hidden),
      caution: true,
      action: { label: text.allow, do: () => void allow() },
    };
  if (choice.shown === undefined) return undefined;
  const relation = relationOf(choice);
  const follows = relation !== 'kept' || configuration.addresses.length > 0;
  return {
    // The browser closes a side panel without asking, and forgets what its pages stored for the session.
    text: [follows && text.where[relation], hasUnsaved && text.unsaved].filter(Boolean).join(' '),
    caution: relation === 'other',
    ...(relation === 'other' && { action: { label: text.showTabs, do: showTabsCustomer } }),
  };
}

const render = () => view.render({ screen: screen(), note: failure ? undefined : note() });

function fail(reason: Failure) {
  panel?.destroy();
  panel = undefined;
  failure = reason;
  render();
}

function startPanel(origin: string, customerId: string) {
  hasStarted = false;
  panelShows = customerId;
  panel = embed({
    container: view.frame,
    panelOrigin: origin,
    customerId,
    title: text.frame,
    onError({ code }) {
      // Any other the panel itself has said, to the agent.
      if (code === 'not-ready' || code === 'unsupported-version') fail(code);
    },
    onDirty(customerIds) {
      hasUnsaved = customerIds.length > 0;
      render();
    },
    onOpenCustomer(id) {
      panelShows = id;
      choose(onPick(choice, id));
    },
    onRedirected({ from, to }) {
      if (panelShows === from) panelShows = to;
      choose(onMerge(choice, from, to));
    },
  });
}

function choose(next: Choice) {
  choice = next;
  const { shown } = choice;
  if (shown !== undefined && panelOrigin !== undefined && !failure) {
    if (!panel) startPanel(panelOrigin, shown);
    else if (shown !== panelShows) panel.setCustomer(shown);
    panelShows = shown;
  }
  render();
}

function retry() {
  failure = undefined;
  choose(choice);
  panel?.element.focus();
}

function showTabsCustomer() {
  const named = choice.tab?.customerId;
  if (named !== undefined) choose(onPick(choice, named));
}

/** What the tab says, with the settings of now. */
function readTab() {
  if (tab)
    choose(
      onTab(choice, { id: tab.id, customerId: customerIn(configuration.addresses, tab.address) }),
    );
}

async function readAccess() {
  hidden = await hiddenOrigins(originsOf(configuration.addresses));
  if (hidden.length === 0) hasDeclined = false;
  render();
}

async function allow() {
  hasDeclined = !(await askToSee(hidden));
  await readAccess();
}

async function readSettings() {
  configuration = configurationOf(await loadSettings());
  hasMoved = configuration.panelOrigin !== panelOrigin;
  if (hasMoved) {
    const answer = await panel?.requestClose();
    if (answer?.ok !== false) location.reload();
  }
  await readAccess();
  readTab();
}

render();
await readAccess();
const readTabAgain = await watchActiveTab((seen) => {
  tab = seen;
  readTab();
});
onAccessChange(() => {
  void readAccess();
  readTabAgain();
});
onSettingsChange(() => void readSettings());
// The panel speaks as soon as it runs. Until then the frame may hold the browser's own page about a failure.
window.addEventListener('message', ({ source, origin }) => {
  if (hasStarted || origin !== panelOrigin || source !== panel?.element.contentWindow) return;
  hasStarted = true;
  render();
});
window.addEventListener('online', () => {
  if (failure === 'not-ready') retry();
});
