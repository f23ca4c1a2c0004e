import { applyLook } from './applyLook.ts';
import { readContext, type Context } from './context.ts';
import { followLinks } from './followLinks.ts';
import {
  envelope,
  readCapabilities,
  readCustomerChange,
  readMessage,
  readToken,
  versions,
  type FromPanel,
  type Message,
} from './messages.ts';
import { watchHeight } from './watchHeight.ts';

/** JSON-RPC 2.0 section 5.1. */
const methodNotFound = -32_601;
/** A desktop answers `ready` at once, or is none that knows this contract. */
const initPatienceMs = 5_000;
/** A desktop asks its own server for a token, which asks nobody else. */
const tokenPatienceMs = 20_000;

export interface PanelSide {
  appVersion: string;
  /** The customer to show from now on: none without an id. */
  onCustomer: (customerId: string | undefined) => void;
  /** What the desktop said about language, time and editing; how the page looks is done already. */
  onContext: (context: Context) => void;
  /** Whether the frame may go: false while there are edits that are not saved. */
  mayClose: () => boolean;
}

export interface Desktop {
  /** Before the desktop has answered, messages wait. */
  tell: (message: FromPanel) => void;
  /** A fresh launch token with this nonce for this customer; none of a desktop that gives none at all. Rejects where it fails to. */
  getToken: (nonce: string, customerId: string | undefined) => Promise<string | undefined>;
}

/** Any message without its envelope. */
type Send = (message: Partial<Message> & { error?: { code: number; message: string } }) => void;

const after = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Questions to the desktop that wait for their answers. */
function createQuestions(send: Send) {
  const waiting = new Map<unknown, (result: unknown) => void>();
  let asked = 0;
  return {
    ask: (method: string, params: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        asked += 1;
        const id = asked;
        const late = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`The desktop did not answer ${method}.`));
        }, tokenPatienceMs);
        waiting.set(id, (result) => {
          clearTimeout(late);
          waiting.delete(id);
          resolve(result);
        });
        send({ id, method, params });
      }),
    /** An error of the desktop's is an answer without a result. */
    answered: ({ id, result }: Message) => waiting.get(id)?.(result),
  };
}

/** What the desktop says over the port. Whatever cannot be read is left alone. */
function createListener(send: Send, panel: PanelSide, look: (params: unknown) => void) {
  let lastSeq = -Infinity;
  const changeCustomer = (params: unknown) => {
    const change = readCustomerChange(params);
    if (!change || change.seq <= lastSeq) return;
    lastSeq = change.seq;
    panel.onCustomer(change.customerId);
  };
  return {
    changeCustomer,
    hear({ id, method, params }: Message) {
      if (method === 'customer-changed') changeCustomer(params);
      else if (method === 'context-changed') look(params);
      else if (id === undefined) return;
      else if (method === 'teardown')
        send({
          id,
          result: panel.mayClose() ? { ok: true } : { ok: false, reason: 'unsaved-changes' },
        });
      else send({ id, error: { code: methodNotFound, message: 'Method not found' } });
    },
  };
}

/**
 * Begins the contract with the desktop around the frame, whose origin the server has vouched for: says `ready`, takes the
 * first `init` that comes from that window and that origin, and with it the port over which all else goes.
 */
export function connectDesktop(page: Window, origin: string, panel: PanelSide): Desktop {
  const waiting: Parameters<Send>[0][] = [];
  let capabilities: readonly string[] = [];
  let send: Send = (message) => void waiting.push(message);
  const post: Send = (message) => send(message);
  const questions = createQuestions(post);
  const tell = (message: FromPanel) => post(message);

  const look = (params: unknown) => {
    const context = readContext(params);
    applyLook(page.document.documentElement, context);
    panel.onContext(context);
  };
  const listener = createListener(post, panel, look);

  function open(port: MessagePort, params: unknown) {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (message?.method !== undefined) listener.hear(message);
      else if (message) questions.answered(message);
    });
    send = (message) => port.postMessage({ ...envelope, ...message });
    capabilities = readCapabilities(params);
    if (capabilities.includes('openLink'))
      followLinks(page, (url) => tell({ method: 'open-link', params: { url } }));
    look(params);
    listener.changeCustomer(params);
    port.start();
    for (const message of waiting.splice(0)) send(message);
    watchHeight(page, (height) => tell({ method: 'resize', params: { height } }));
  }

  const opened = new Promise<void>((resolve) => {
    page.addEventListener('message', function onMessage(event: MessageEvent<unknown>) {
      const [port, ...more] = event.ports;
      if (event.source !== page.parent || event.origin !== origin) return;
      const message = readMessage(event.data);
      if (message?.method !== 'init' || !readCustomerChange(message.params)) return;
      if (!port || more.length > 0) return;
      page.removeEventListener('message', onMessage);
      open(port, message.params);
      resolve();
    });
  });
  const answered = Promise.race([opened, after(initPatienceMs)]);
  const ready = { appVersion: panel.appVersion, versions, capabilities: ['resize', 'teardown'] };
  page.parent.postMessage({ ...envelope, id: 0, method: 'ready', params: ready }, origin);

  return {
    tell,
    async getToken(nonce, customerId) {
      await answered;
      if (!capabilities.includes('getToken')) return undefined;
      const token = readToken(await questions.ask('getToken', { nonce, customerId }));
      if (token === undefined) throw new Error('The desktop gave no token.');
      return token;
    },
  };
}
