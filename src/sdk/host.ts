/** `light` or `dark`; absent: as the device is set. */
export type PanelScheme = 'light' | 'dark';

/** What a desktop may colour. */
export type PanelColor =
  | 'page'
  | 'surface'
  | 'line'
  | 'controlLine'
  | 'text'
  | 'muted'
  | 'accent'
  | 'onAccent'
  | 'accentSurface'
  | 'caution'
  | 'cautionSurface'
  | 'mark';

/** Takes the place of the theme before. What is not a CSS colour by itself colours nothing. */
export interface PanelTheme {
  scheme?: PanelScheme;
  colors?: Partial<Record<PanelColor, string>>;
}

/** How the panel looks and works. What is absent stays as it was. */
export interface PanelContext {
  theme?: PanelTheme;
  density?: 'comfortable' | 'compact';
  /** For dates and numbers, as BCP 47 writes it: `de-AT`. */
  locale?: string;
  /** A name of the IANA time zone database: `Europe/Vienna`. */
  timeZone?: string;
  /** Nothing can be edited. */
  readOnly?: boolean;
  /**
   * The frame follows the height of the panel, up to so many CSS pixels; then the panel scrolls inside.
   * Without it the frame fills its container.
   */
  maxHeight?: number;
}

/** The names of the attributes that were saved, never their values; `at` is an RFC 3339 date-time. */
export interface PanelSaved {
  customerId: string;
  keys: string[];
  at: string;
}

/**
 * `not-ready`: the panel did not start within 15 seconds (wrong origin, not a configured host, no connection).
 * `unsupported-version`: it speaks no version that this script does. `token-failed`: `getToken` rejected.
 * Any other is a code of the panel's, such as `unauthenticated`, `not_vouched`, `not_found` or `unreachable`.
 */
export interface PanelError {
  code: string;
}

export interface EmbedOptions extends PanelContext {
  /** Where the frame is put, at the end. */
  container: Element;
  /** Where the panel is served, such as `https://panel.example.com`. */
  panelOrigin: string;
  /** Absent: the panel says that no customer is chosen. */
  customerId?: string | undefined;
  /** CSS pixels below which the frame does not shrink, where it follows the panel's height. Default 120. */
  minHeight?: number;
  /** What a screen reader calls the frame. */
  title?: string;
  /** Asks your own server for a launch token with this nonce, for this customer. Absent: agents sign in in a popup. */
  getToken?: (request: { nonce: string; customerId: string | undefined }) => Promise<string>;
  /** The customers with edits that are not saved: none when the list is empty. */
  onDirty?: (customerIds: string[]) => void;
  onSaved?: (saved: PanelSaved) => void;
  /** A customer was merged; the panel already shows `to`. */
  onRedirected?: (merged: { from: string; to: string }) => void;
  /** The agent went to a customer with unsaved edits; the panel already shows that one. */
  onOpenCustomer?: (customerId: string) => void;
  /** The agent follows a link to this `https:` address. Absent: the link opens in a new tab. */
  onOpenLink?: (url: string) => void;
  onError?: (error: PanelError) => void;
}

/** Why the panel would rather stay. `no-answer`: it did not say within three seconds. */
export type CloseAnswer = { ok: true } | { ok: false; reason: 'unsaved-changes' | 'no-answer' };

export interface Panel {
  /** The frame. Hide and place it as you like, but do not move it in the document: that would load it anew. */
  readonly element: HTMLIFrameElement;
  /** Another customer, or none. Unsaved edits stay with the one before. */
  setCustomer: (customerId: string | undefined) => void;
  setContext: (context: PanelContext) => void;
  /** Asks before you take the panel away. */
  requestClose: () => Promise<CloseAnswer>;
  /** Takes the panel away, whatever is unsaved. */
  destroy: () => void;
}

type Fields = Record<string, unknown>;

const envelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 };
const readyWithinMs = 15_000;
const answerWithinMs = 3_000;
const defaultMinHeight = 120;

/** An own field alone: what a page did to `Object.prototype` is no message. */
const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.prototype.hasOwnProperty.call(of, name)
    ? (of as Fields)[name]
    : undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

const isOurs = (data: unknown) =>
  Object.entries(envelope).every(([name, value]) => field(data, name) === value);

function createFrame({ container, panelOrigin, customerId, title }: EmbedOptions) {
  const { origin } = new URL(panelOrigin);
  const frame = container.ownerDocument.createElement('iframe');
  const asked = new URLSearchParams({ host: location.origin });
  if (customerId !== undefined) asked.set('customer', customerId);
  frame.title = title ?? 'Customer profile';
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  // In a frame of one's own origin a sandbox with scripts protects from nothing, and browsers say so.
  if (origin !== location.origin)
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    );
  // Properties, not an attribute, which a strict Content-Security-Policy of yours would refuse.
  Object.assign(frame.style, { display: 'block', width: '100%', height: '100%', border: '0' });
  frame.src = `${origin}/embed?${asked}`;
  return { frame, origin };
}

/** What the panel tells; anything else is left alone. */
function createListener(
  options: EmbedOptions,
  fit: (height: number) => void,
  follow: (from: string | undefined, to: string) => void,
) {
  return (method: unknown, params: unknown): void => {
    const get = (name: string) => field(params, name);
    const [height, id, ids, keys] = [
      get('height'),
      get('customerId'),
      get('customerIds'),
      get('keys'),
    ];
    const [at, from, to, url, code] = [get('at'), get('from'), get('to'), get('url'), get('code')];
    if (method === 'resize' && typeof height === 'number') fit(height);
    else if (method === 'dirty' && isTexts(ids)) options.onDirty?.(ids);
    else if (method === 'saved' && isText(id) && isTexts(keys) && isText(at))
      options.onSaved?.({ customerId: id, keys, at });
    else if (method === 'customer-redirected' && isText(from) && isText(to)) {
      follow(from, to);
      options.onRedirected?.({ from, to });
    } else if (method === 'open-customer' && isText(id)) {
      follow(undefined, id);
      options.onOpenCustomer?.(id);
    } else if (method === 'open-link' && isText(url) && /^https:\/\//i.test(url))
      options.onOpenLink?.(url);
    else if (method === 'error' && isText(code)) options.onError?.({ code });
  };
}

const contextNames = ['theme', 'density', 'locale', 'timeZone', 'readOnly', 'maxHeight'] as const;

/** What is said of a context, and nothing else: whatever else an object holds may not fit into a message. */
const contextOf = (from: PanelContext): PanelContext =>
  Object.fromEntries(
    contextNames.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  );

/** Questions to the panel that wait for their answers: whether it may be taken away. */
function createQuestions() {
  const waiting = new Map<unknown, (answer: CloseAnswer) => void>();
  let asked = 0;
  return {
    ask: (send: (message: Fields) => void) =>
      new Promise<CloseAnswer>((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        setTimeout(() => resolve({ ok: false, reason: 'no-answer' }), answerWithinMs);
        send({ id, method: 'teardown' });
      }),
    answered(id: unknown, result: unknown) {
      const ok = field(result, 'ok') === true;
      waiting.get(id)?.(ok ? { ok } : { ok, reason: 'unsaved-changes' });
      waiting.delete(id);
    },
  };
}

interface LineEnds {
  /** What `init` says. */
  init: () => Fields;
  /** Each message of the panel's, and the way to answer it. */
  hear: (message: Fields, answer: (message: Fields) => void) => void;
  fail: (code: string) => void;
}

/** The line to the panel: a new port whenever it starts, also when it is loaded again inside the frame. */
function createLine(frame: HTMLIFrameElement, origin: string, { init, hear, fail }: LineEnds) {
  let port: MessagePort | undefined;
  const late = setTimeout(() => fail('not-ready'), readyWithinMs);

  function onMessage({ source, origin: from, data }: MessageEvent<unknown>) {
    const panel = frame.contentWindow;
    if (!panel || source !== panel || from !== origin) return;
    if (!isOurs(data) || field(data, 'method') !== 'ready') return;
    clearTimeout(late);
    const versions = field(field(data, 'params'), 'versions');
    if (!Array.isArray(versions) || !versions.includes(envelope.v)) {
      fail('unsupported-version');
      return;
    }
    port?.close();
    const { port1, port2 } = new MessageChannel();
    const answer = (message: Fields) => port1.postMessage({ ...envelope, ...message });
    port = port1;
    port1.onmessage = (event: MessageEvent<unknown>) => {
      if (isOurs(event.data)) hear(event.data as Fields, answer);
    };
    panel.postMessage({ ...envelope, method: 'init', params: init() }, origin, [port2]);
  }
  window.addEventListener('message', onMessage);

  return {
    isOpen: () => port !== undefined,
    send: (message: Fields) => port?.postMessage({ ...envelope, ...message }),
    close() {
      clearTimeout(late);
      window.removeEventListener('message', onMessage);
      port?.close();
    },
  };
}

/** Puts the panel into the page, and speaks with it as docs/embedding.md describes. */
export function embed(options: EmbedOptions): Panel {
  const { container, getToken, minHeight = defaultMinHeight, onError } = options;
  const { frame, origin } = createFrame(options);
  const questions = createQuestions();
  const context = contextOf(options);
  let { customerId } = options;
  let seq = 0;
  let height = 0;

  const fail = (code: string) => onError?.({ code });
  const fit = (wanted: number) => {
    height = wanted;
    const { maxHeight } = context;
    if (maxHeight === undefined || height === 0) return;
    frame.style.height = `${Math.max(minHeight, Math.min(maxHeight, Math.ceil(height)))}px`;
  };
  const tell = createListener(options, fit, (from, to) => {
    if (from === undefined || from === customerId) customerId = to;
  });

  /** The answer to `getToken`. */
  async function tokenFor(params: unknown): Promise<Fields> {
    const [nonce, asked] = [field(params, 'nonce'), field(params, 'customerId')];
    try {
      if (getToken && isText(nonce)) {
        const token = await getToken({ nonce, customerId: isText(asked) ? asked : undefined });
        return { result: { token } };
      }
    } catch {
      fail('token-failed');
    }
    return { error: { code: -32_000, message: 'No token' } };
  }

  const line = createLine(frame, origin, {
    init: () => ({
      ...context,
      customerId,
      seq: ++seq,
      hostCapabilities: [getToken && 'getToken', options.onOpenLink && 'openLink'].filter(isText),
    }),
    hear(message, answer) {
      const [id, method, params] = ['id', 'method', 'params'].map((name) => field(message, name));
      if (method === undefined) questions.answered(id, field(message, 'result'));
      else if (method === 'getToken')
        void tokenFor(params).then((reply) => answer({ id, ...reply }));
      else tell(method, params);
    },
    fail,
  });
  container.append(frame);

  return {
    element: frame,
    setCustomer(id) {
      customerId = id;
      line.send({ method: 'customer-changed', params: { customerId, seq: ++seq } });
    },
    setContext(part) {
      const said = contextOf(part);
      Object.assign(context, said);
      fit(height);
      line.send({ method: 'context-changed', params: said });
    },
    // One that never started holds no edits.
    requestClose: async () => (line.isOpen() ? questions.ask(line.send) : { ok: true }),
    destroy() {
      line.close();
      frame.remove();
    },
  };
}
