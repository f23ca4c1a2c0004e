import { afterEach, beforeEach, expect, it, vi, type Mock } from 'vitest';
import { embed, type EmbedOptions, type Panel } from './host.ts';

const origin = 'https://panel.example';
const envelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 };
const ready = { ...envelope, id: 0, method: 'ready', params: { versions: [1] } };

const listeners = {
  onDirty: vi.fn<NonNullable<EmbedOptions['onDirty']>>(),
  onSaved: vi.fn<NonNullable<EmbedOptions['onSaved']>>(),
  onRedirected: vi.fn<NonNullable<EmbedOptions['onRedirected']>>(),
  onOpenCustomer: vi.fn<NonNullable<EmbedOptions['onOpenCustomer']>>(),
  onOpenLink: vi.fn<NonNullable<EmbedOptions['onOpenLink']>>(),
  onError: vi.fn<NonNullable<EmbedOptions['onError']>>(),
};
const embedded: Panel[] = [];
const ports: MessagePort[] = [];

beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(() => {
  for (const panel of embedded.splice(0)) panel.destroy();
  for (const port of ports.splice(0)) port.close();
  vi.useRealTimers();
});

/** What the panel in the frame gets and says, which a test plays. */
function setUp(options: Partial<EmbedOptions> = {}) {
  const panel = embed({ container: document.body, panelOrigin: origin, ...listeners, ...options });
  embedded.push(panel);
  const { contentWindow } = panel.element;
  if (!contentWindow) throw new Error('the frame has no window');
  const posted = vi.spyOn(contentWindow, 'postMessage').mockReturnValue(undefined);
  const say = (data: unknown, from: MessageEventInit = {}) =>
    window.dispatchEvent(
      new MessageEvent('message', { source: contentWindow, origin, ...from, data }),
    );
  return { panel, posted, say, start: () => start(posted, say) };
}

/** The panel starts: the port that it is given, and what comes over it. */
function start(posted: Mock, say: (data: unknown) => void) {
  say(ready);
  const [init, target, [port]] = posted.mock.lastCall as [
    { params: object },
    string,
    [MessagePort],
  ];
  expect(target).toBe(origin);
  ports.push(port);
  const got: { id?: unknown; method?: string; params?: unknown }[] = [];
  port.onmessage = ({ data }) => got.push(data);
  let fences = 0;
  /** Done when the host has heard all of it. */
  async function tell(...messages: unknown[]) {
    for (const message of messages) port.postMessage(message);
    fences += 1;
    const id = `fence ${fences}`;
    port.postMessage({ ...envelope, id, method: 'getToken', params: {} });
    await vi.waitFor(() => expect(got.some((message) => message.id === id)).toBe(true));
  }
  return { init: init.params, port, got, tell };
}

const said = (method: string, params: unknown) => ({ ...envelope, method, params });

it('frames the panel with few rights, and says nothing about the page', () => {
  const { panel } = setUp({ customerId: 'a b', title: 'Who this is' });
  const { element } = panel;
  expect(element.src).toBe(
    `${origin}/embed?host=${encodeURIComponent(window.location.origin)}&customer=a+b`,
  );
  expect(element.getAttribute('sandbox')?.split(' ').toSorted()).toEqual([
    'allow-forms',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-same-origin',
    'allow-scripts',
  ]);
  expect(element.title).toBe('Who this is');
  expect(element.allow).toBe('clipboard-write');
  expect(element.referrerPolicy).toBe('no-referrer');
  // Of one's own origin it would only be a warning.
  const own = setUp({ panelOrigin: `${window.location.origin}/some/path` });
  expect(own.panel.element.hasAttribute('sandbox')).toBe(false);
  expect(new URL(own.panel.element.src).pathname).toBe('/embed');
});

it('hands the port to the panel alone: from its window, of its origin, exactly', () => {
  const { posted, say } = setUp({ customerId: 'a' });
  say(ready, { origin: 'https://panel.example.evil.example' });
  say(ready, { origin: 'http://panel.example' });
  say(ready, { source: window });
  say(ready, { source: null });
  say({ ...ready, v: 2 });
  say({ ...ready, channel: undefined });
  say(Object.create(ready));
  say({ ...ready, method: 'init' });
  say('ready');
  say(null);
  expect(posted).not.toHaveBeenCalled();
  say(ready);
  expect(posted).toHaveBeenCalledTimes(1);
});

it('says in init what it was told: the customer, how to look, what it can do', () => {
  const getToken = async () => 'jwt';
  const theme = { scheme: 'dark', colors: { accent: 'red' } } as const;
  const { panel, start: begin } = setUp({ customerId: 'a', getToken, theme, locale: 'de' });
  expect(begin().init).toEqual({
    customerId: 'a',
    seq: 1,
    theme,
    locale: 'de',
    hostCapabilities: ['getToken', 'openLink'],
  });
  panel.setCustomer(undefined);
  panel.setContext({ locale: 'fr' });
  expect(begin().init).toMatchObject({ customerId: undefined, locale: 'fr', theme });
});

it('can do less where the host gave it less', () => {
  const { posted, say } = setUp({ onOpenLink: undefined as never });
  say(ready);
  expect(posted.mock.lastCall?.[0]).toMatchObject({ params: { hostCapabilities: [] } });
});

it('numbers each change of customer higher than all before, over every start', async () => {
  const { panel, start: begin } = setUp({ customerId: 'a' });
  const first = begin();
  panel.setCustomer('b');
  panel.setCustomer('c');
  await vi.waitFor(() => expect(first.got).toHaveLength(2));
  expect(first.got.map(({ params }) => params)).toEqual([
    { customerId: 'b', seq: 2 },
    { customerId: 'c', seq: 3 },
  ]);
  expect(begin().init).toMatchObject({ customerId: 'c', seq: 4 });
});

it('gives a panel that starts again a new port, and hears nothing from the old one', async () => {
  const { start: begin } = setUp();
  const old = begin();
  const now = begin();
  old.port.postMessage(said('dirty', { customerIds: ['old'] }));
  await now.tell(said('dirty', { customerIds: ['new'] }));
  expect(listeners.onDirty.mock.calls).toEqual([[['new']]]);
});

it('hands on what the panel tells', async () => {
  const { tell } = setUp().start();
  const saved = { customerId: 'a', keys: ['tier', '__proto__'], at: '2026-11-22T10:00:00Z' };
  await tell(
    said('dirty', { customerIds: ['a'] }),
    said('saved', { ...saved, value: 'not asked for' }),
    said('customer-redirected', { from: 'a', to: 'b', reason: 'merged' }),
    said('open-customer', { customerId: 'c' }),
    said('open-link', { url: 'https://shop.example/?a=1' }),
    said('error', { code: 'not_found' }),
  );
  expect(Object.values(listeners).map((listener) => listener.mock.calls)).toEqual([
    [[['a']]],
    [[saved]],
    [[{ from: 'a', to: 'b' }]],
    [['c']],
    [['https://shop.example/?a=1']],
    [[{ code: 'not_found' }]],
  ]);
});

it('tells a panel that starts again where it had gone by itself', async () => {
  const { panel, start: begin } = setUp({ customerId: 'a' });
  await begin().tell(said('customer-redirected', { from: 'a', to: 'b' }));
  const second = begin();
  expect(second.init).toMatchObject({ customerId: 'b' });
  // Not where another customer was wanted meanwhile.
  panel.setCustomer('x');
  await second.tell(said('customer-redirected', { from: 'b', to: 'c' }));
  const third = begin();
  expect(third.init).toMatchObject({ customerId: 'x' });
  await third.tell(said('open-customer', { customerId: 'd' }));
  expect(begin().init).toMatchObject({ customerId: 'd' });
});

it('leaves alone what is malformed, unknown, or inherited', async () => {
  const { panel, start: begin } = setUp({ maxHeight: 500 });
  const { tell } = begin();
  Object.assign(Object.prototype, { method: 'error', code: 'polluted', customerIds: ['polluted'] });
  await tell(
    'dirty',
    null,
    [],
    { ...envelope },
    { ...envelope, v: 2, method: 'dirty', params: { customerIds: [] } },
    said('dirty', {}),
    said('dirty', { customerIds: 'a' }),
    said('dirty', { customerIds: [1] }),
    said('saved', { customerId: 'a', keys: ['k'] }),
    said('saved', { customerId: 'a', keys: [{}], at: '' }),
    said('customer-redirected', { from: 'a' }),
    said('open-customer', { customerId: 1 }),
    said('error', {}),
    said('constructor', {}),
    said('__proto__', {}),
    said('toString', {}),
    said('resize', { height: 'tall' }),
    said('resize', { height: Number.NaN }),
  ).finally(() => {
    const names = ['method', 'code', 'customerIds'];
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });
  for (const listener of Object.values(listeners)) expect(listener).not.toHaveBeenCalled();
  expect(panel.element.style.height).toBe('100%');
});

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JavaScript:alert(1)//https://a.example',
  'http://a.example',
  'data:text/html,x',
  'blob:https://a.example/1',
  '//a.example',
  'https:a.example',
  '',
])('opens no %j', async (url) => {
  const { tell } = setUp().start();
  await tell(said('open-link', { url }));
  expect(listeners.onOpenLink).not.toHaveBeenCalled();
});

it('gives the frame the panel’s height within bounds, where it follows it', async () => {
  const { panel, start: begin } = setUp({ minHeight: 100, maxHeight: 500 });
  const { tell } = begin();
  const { style } = panel.element;
  for (const [height, shown] of [
    [300.2, '301px'],
    [1, '100px'],
    [-5, '100px'],
    [1e9, '500px'],
    [Infinity, '500px'],
  ] as const) {
    await tell(said('resize', { height }));
    expect(style.height).toBe(shown);
  }
  await tell(said('resize', { height: 450 }));
  panel.setContext({ maxHeight: 400 });
  expect(style.height).toBe('400px');
});

it('lets the frame fill its container where it does not', async () => {
  const { panel, start: begin } = setUp();
  await begin().tell(said('resize', { height: 300 }));
  expect(panel.element.style.height).toBe('100%');
});

it('gives the panel a token of the host’s, or says that there is none', async () => {
  const getToken = vi.fn<NonNullable<EmbedOptions['getToken']>>().mockResolvedValueOnce('jwt');
  const { got, tell } = setUp({ getToken }).start();
  const ask = (id: number, params: unknown) => ({ ...said('getToken', params), id });
  await tell(ask(7, { nonce: 'n', customerId: 'a' }));
  expect(getToken.mock.calls).toEqual([[{ nonce: 'n', customerId: 'a' }]]);
  await vi.waitFor(() =>
    expect(got).toContainEqual({ ...envelope, id: 7, result: { token: 'jwt' } }),
  );
  getToken.mockRejectedValueOnce(new Error('secret reason'));
  await tell(ask(8, { nonce: 'n' }), ask(9, { nonce: 5 }));
  const error = { code: -32_000, message: 'No token' };
  await vi.waitFor(() => expect(got).toContainEqual({ ...envelope, id: 8, error }));
  expect(got).toContainEqual({ ...envelope, id: 9, error });
  expect(listeners.onError.mock.calls).toEqual([[{ code: 'token-failed' }]]);
  expect(JSON.stringify(got)).not.toContain('secret');
});

it('asks the panel before it goes', async () => {
  const { panel, start: begin } = setUp();
  await expect(panel.requestClose()).resolves.toEqual({ ok: true });
  const { port, got } = begin();
  const answer = async (result: unknown) => {
    const closing = panel.requestClose();
    await vi.waitFor(() => expect(got.at(-1)?.method).toBe('teardown'));
    port.postMessage({ ...envelope, id: 'other', result: { ok: true } });
    port.postMessage({ ...envelope, id: got.pop()?.id, result });
    return closing;
  };
  const unsaved = { ok: false, reason: 'unsaved-changes' };
  expect(await answer({ ok: true })).toEqual({ ok: true });
  expect(await answer(unsaved)).toEqual(unsaved);
  expect(await answer({ ok: 'yes' })).toEqual(unsaved);
});

it('says so when the panel does not answer, or never starts, or speaks another version', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { panel, say, start: begin } = setUp();
  vi.advanceTimersByTime(14_999);
  expect(listeners.onError).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(listeners.onError.mock.calls).toEqual([[{ code: 'not-ready' }]]);
  say({ ...ready, params: { versions: [2, '1'] } });
  expect(listeners.onError).toHaveBeenLastCalledWith({ code: 'unsupported-version' });
  begin();
  const closing = panel.requestClose();
  vi.advanceTimersByTime(3_000);
  expect(await closing).toEqual({ ok: false, reason: 'no-answer' });
  setUp().start();
  vi.advanceTimersByTime(60_000);
  expect(listeners.onError).toHaveBeenCalledTimes(2);
});

it('leaves nothing behind', () => {
  const { panel, posted, say } = setUp();
  panel.destroy();
  say(ready);
  panel.setCustomer('b');
  expect(posted).not.toHaveBeenCalled();
  expect(document.querySelector('iframe')).toBeNull();
});
