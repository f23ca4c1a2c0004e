import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { connectDesktop, type Desktop, type PanelSide } from './connectDesktop.ts';
import { envelope } from './messages.ts';

const origin = 'https://desk.example';

/** A page in a frame of this one, which plays the desktop. */
function createPage() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow;
  if (!page) throw new Error('the frame has no window');
  return page as Window & typeof globalThis;
}

let page: ReturnType<typeof createPage>;
let desktop: Desktop;
let heard: unknown[];
const open: MessagePort[] = [];
let posted: MockInstance<typeof window.postMessage>;
const panel = {
  appVersion: '1.2.3',
  onCustomer: vi.fn<PanelSide['onCustomer']>(),
  onContext: vi.fn<PanelSide['onContext']>(),
  mayClose: vi.fn<() => boolean>(),
};

beforeEach(() => {
  page = createPage();
  posted = vi.spyOn(page.parent, 'postMessage').mockReturnValue(undefined);
  heard = [];
  desktop = connectDesktop(page, origin, panel);
});

afterEach(() => {
  for (const port of open.splice(0)) port.close();
  document.body.replaceChildren();
  vi.clearAllMocks();
  vi.useRealTimers();
});

interface Sender {
  source?: MessageEventSource | null;
  origin?: string;
  ports?: MessagePort[];
}

/** What some window says to the panel's; without more it is the desktop. */
function say(data: unknown, sender: Sender = {}) {
  const event = { data, origin, source: page.parent, ports: [], ...sender };
  page.dispatchEvent(new page.MessageEvent('message', event));
}

const initMessage = (params: object = {}) => ({
  ...envelope,
  method: 'init',
  params: { customerId: 'a', seq: 1, ...params },
});

function channel() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  port1.onmessage = ({ data }) => heard.push(data);
  return { port1, port2 };
}

/** The desktop answers `ready`; what it says from then on goes over the port that this returns. */
function init(params?: object) {
  const { port1, port2 } = channel();
  say(initMessage(params), { ports: [port2] });
  return (message: unknown) => port1.postMessage(message);
}

const said = (method: string, params: unknown, id?: unknown) => ({
  ...envelope,
  method,
  params,
  ...(id !== undefined && { id }),
});

/** Until the panel has answered something that was said later, it has heard all that was said before. */
async function heardAll(post: (message: unknown) => void) {
  post(said('ping', {}, 'last'));
  await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ id: 'last' })));
}

it('says that it is ready to the origin of the desktop alone, with its version', () => {
  expect(posted.mock.calls).toEqual([
    [
      {
        ...envelope,
        id: 0,
        method: 'ready',
        params: { appVersion: '1.2.3', versions: [1], capabilities: ['resize', 'teardown'] },
      },
      origin,
    ],
  ]);
});

it('takes init from the desktop’s window and origin, with one port, and from nobody else', () => {
  const { port2 } = channel();
  const ports = [port2];
  say(initMessage(), { ports, origin: 'https://desk.example.evil.example' });
  say(initMessage(), { ports, origin: 'http://desk.example' });
  say(initMessage(), { ports, source: page });
  say(initMessage(), { ports, source: null });
  say(initMessage(), { ports: [] });
  say(initMessage(), { ports: [port2, channel().port2] });
  say({ ...initMessage(), v: 2 }, { ports });
  say({ ...initMessage(), channel: 'other' }, { ports });
  say(initMessage({ seq: '1' }), { ports });
  say(initMessage({ customerId: 1 }), { ports });
  say(said('customer-changed', { customerId: 'x', seq: 9 }), { ports });
  expect(panel.onCustomer).not.toHaveBeenCalled();
  say(initMessage(), { ports });
  expect(panel.onCustomer.mock.calls).toEqual([['a']]);
});

it('takes init once', () => {
  init();
  init({ customerId: 'b', seq: 2 });
  expect(panel.onCustomer.mock.calls).toEqual([['a']]);
});

it('keeps what it tells until the desktop has answered', async () => {
  desktop.tell({ method: 'open-customer', params: { customerId: 'b' } });
  const post = init();
  await heardAll(post);
  expect(heard).toContainEqual(said('open-customer', { customerId: 'b' }));
  expect(posted).toHaveBeenCalledTimes(1);
});

it('follows the customer of the newest number, and drops what comes late', async () => {
  const post = init({ seq: 5 });
  post(said('customer-changed', { customerId: 'old', seq: 5 }));
  post(said('customer-changed', { customerId: 'b', seq: 6 }));
  post(said('customer-changed', { customerId: 'older', seq: 1 }));
  post(said('customer-changed', { seq: 7 }));
  await heardAll(post);
  expect(panel.onCustomer.mock.calls).toEqual([['a'], ['b'], [undefined]]);
});

it('answers whether it may go', async () => {
  const post = init();
  panel.mayClose.mockReturnValueOnce(true);
  post(said('teardown', undefined, 'one'));
  post(said('teardown', undefined, 2));
  await heardAll(post);
  expect(heard).toContainEqual({ ...envelope, id: 'one', result: { ok: true } });
  const no = { ok: false, reason: 'unsaved-changes' };
  expect(heard).toContainEqual({ ...envelope, id: 2, result: no });
});

it('answers a question that it does not know with an error, and leaves other unknown messages alone', async () => {
  const post = init();
  post(said('explode', {}));
  post(said('constructor', {}, 'q'));
  await heardAll(post);
  const error = { code: -32_601, message: 'Method not found' };
  expect(heard).toEqual([
    { ...envelope, id: 'q', error },
    { ...envelope, id: 'last', error },
  ]);
});

it('takes each part of a context that can be read, and no other', async () => {
  const post = init({
    locale: 'de-AT',
    timeZone: 'Mars/Olympus',
    readOnly: 'yes',
    density: 'compact',
  });
  expect(panel.onContext).toHaveBeenLastCalledWith({ locale: 'de-AT', density: 'compact' });
  const root = page.document.documentElement;
  expect(root.dataset['density']).toBe('compact');
  post(said('context-changed', { readOnly: true, locale: 'not a locale', timeZone: 'Asia/Tokyo' }));
  post(said('context-changed', { theme: { scheme: 'dark' }, density: 'huge' }));
  await heardAll(post);
  expect(panel.onContext.mock.calls.slice(1)).toEqual([
    [{ readOnly: true, timeZone: 'Asia/Tokyo' }],
    [{ theme: { scheme: 'dark' } }],
  ]);
  expect(root.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
  post(said('context-changed', { theme: {} }));
  await vi.waitFor(() => expect(root.dataset['theme']).toBeUndefined());
});

it('asks for a token with the nonce, and gives what comes', async () => {
  const token = desktop.getToken('n-1', 'a');
  const post = init({ hostCapabilities: ['getToken'] });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toEqual(said('getToken', { nonce: 'n-1', customerId: 'a' }, 1));
  post({ ...envelope, id: 99, result: { token: 'not the one' } });
  post({ ...envelope, id: 1, result: { token: 'jwt' } });
  await expect(token).resolves.toBe('jwt');
});

it.each([
  ['an error', { error: { code: -32_000, message: 'no' } }],
  ['no token', { result: {} }],
  ['something else', { result: { token: 5 } }],
])('has no token when the desktop answers with %s', async (_, answer) => {
  const token = desktop.getToken('n', 'a');
  const post = init({ hostCapabilities: ['getToken'] });
  post({ ...envelope, id: 1, ...answer });
  await expect(token).rejects.toThrow('gave no token');
});

it('asks no desktop for a token that gives none, and not for ever one that never answers', async () => {
  vi.useFakeTimers();
  desktop = connectDesktop(page, origin, panel);
  const token = desktop.getToken('n', 'a');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await token).toBeUndefined();
  init({ hostCapabilities: ['getToken'] });
  const other = desktop.getToken('n', 'a').catch(String);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await other).toContain('did not answer');
});

it('is moved by no message that is not of the contract', async () => {
  const post = init();
  const calls = () => [panel.onCustomer, panel.onContext].map((call) => call.mock.calls.length);
  const before = calls();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.jsonValue(),
        fc
          .tuple(fc.string(), fc.jsonValue())
          .map(([method, params]) => ({ ...envelope, method, params })),
        fc.jsonValue().map((params) => ({ ...envelope, method: 'customer-changed', params })),
      ),
      async (data) => post(data),
    ),
  );
  await heardAll(post);
  expect(calls()).toEqual(before);
});
