import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { AgentDesktop } from './AgentDesktop.tsx';

const envelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 };
const panelOrigin = 'https://panel.example';
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The desktop, and a panel in its frame that a test plays. */
function setUp() {
  const agent = userEvent.setup();
  render(<AgentDesktop panelOrigin={panelOrigin} />);
  const frame = screen.getByTitle<HTMLIFrameElement>('Customer profile');
  const panel = frame.contentWindow;
  if (!panel) throw new Error('the frame has no window');
  const posted = vi.spyOn(panel, 'postMessage').mockReturnValue(undefined);
  const told: unknown[] = [];

  /** The panel starts, and gets the port over which all else goes. */
  async function start() {
    const ready = { ...envelope, id: 0, method: 'ready', params: { versions: [1] } };
    const event = { source: panel, origin: panelOrigin, data: ready };
    window.dispatchEvent(new MessageEvent('message', event));
    const [init, target, [port]] = posted.mock.lastCall as unknown as [
      { params: unknown },
      string,
      MessagePort[],
    ];
    if (!port) throw new Error('the desktop handed over no port');
    expect(target).toBe(panelOrigin);
    ports.push(port);
    let answered = () => {};
    port.onmessage = ({ data }: MessageEvent<{ id?: unknown }>) => {
      if (data.id === undefined) told.push(data);
      else answered();
    };
    /** Done when the desktop has answered a question that came after it. */
    const says = async (method: string, params: unknown) =>
      act(async () => {
        port.postMessage({ ...envelope, method, params });
        port.postMessage({ ...envelope, id: 1, method: 'getToken', params: {} });
        await new Promise<void>((resolve) => (answered = resolve));
      });
    return { init: init.params, says };
  }
  const open = (name: RegExp) => agent.click(inInbox(name));
  return { agent, frame, told, start, open };
}

const changed = (customerId: string, seq: unknown = expect.any(Number)) => ({
  ...envelope,
  method: 'customer-changed',
  params: { customerId, seq },
});

const inbox = () => within(screen.getByRole('navigation', { name: 'Conversations' }));
const inInbox = (name: RegExp) => inbox().getByRole('button', { name });
const currentInInbox = () => inbox().getByRole('button', { current: true });

it('loads the panel once, with the first conversation’s customer', async () => {
  const { frame, start, open } = setUp();
  await start();
  await open(/Martha J Williams/);
  expect(frame).toHaveAttribute(
    'src',
    `${panelOrigin}/embed?host=${encodeURIComponent(window.location.origin)}&customer=maya-lindqvist-0001`,
  );
});

it('tells a panel that is there each new customer', async () => {
  const { told, start, open } = setUp();
  await start();
  await open(/Martha J Williams/);
  await open(/佐藤/);
  await vi.waitFor(() =>
    expect(told).toEqual([changed('OOrlNMXeS72gs_WEX2TtMg'), changed('japanese-0005')]),
  );
});

it('tells a panel that starts, or starts again, the customer of now', async () => {
  const { start, open } = setUp();
  await open(/Martha J Williams/);
  expect((await start()).init).toMatchObject({ customerId: 'OOrlNMXeS72gs_WEX2TtMg' });
  await open(/佐藤/);
  expect((await start()).init).toMatchObject({ customerId: 'japanese-0005' });
});

it('says nothing to the panel when the same conversation is selected again', async () => {
  const { told, start, open } = setUp();
  const { says } = await start();
  await open(/Maya Lindqvist/);
  await says('dirty', { customerIds: [] });
  expect(told).toEqual([]);
});

it('marks the conversations whose profiles have unsaved edits', async () => {
  const { start, open } = setUp();
  const { says } = await start();
  await says('dirty', { customerIds: ['maya-lindqvist-0001'] });
  expect(inInbox(/Unsaved profile edits/)).toBe(currentInInbox());
  await open(/Martha J Williams/);
  expect(inInbox(/Unsaved profile edits/)).toHaveAccessibleName(/^Maya Lindqvist/);
  await says('dirty', { customerIds: [] });
  expect(inbox().queryByRole('button', { name: /Unsaved profile edits/ })).toBeNull();
});

it('opens the conversation whose customer the panel goes back to', async () => {
  const { start, open } = setUp();
  const { says } = await start();
  await open(/Martha J Williams/);
  await says('open-customer', { customerId: 'maya-lindqvist-0001' });
  expect(currentInInbox()).toHaveAccessibleName(/^Maya Lindqvist/);
});

it('follows a merged customer, with the unsaved edits', async () => {
  const { told, start, open } = setUp();
  const { says } = await start();
  await open(/M\. Lindqvist/);
  await says('dirty', { customerIds: ['merged-away-0007'] });
  await says('customer-redirected', { from: 'merged-away-0007', to: 'survivor-0001' });
  await says('dirty', { customerIds: ['survivor-0001'] });
  expect(inInbox(/Unsaved profile edits/)).toBe(currentInInbox());
  await open(/Maya Lindqvist/);
  await open(/M\. Lindqvist/);
  await vi.waitFor(() => expect(told.at(-1)).toEqual(changed('survivor-0001')));
});

it('appends a reply to the conversation and keeps the focus in the composer', async () => {
  const { agent } = setUp();
  const composer = screen.getByRole('textbox', { name: 'Reply to Maya Lindqvist' });
  await agent.type(composer, 'The courier comes tomorrow.');
  await agent.click(screen.getByRole('button', { name: 'Send' }));
  const messages = within(screen.getByRole('log', { name: 'Messages' })).getAllByRole('listitem');
  expect(messages.at(-1)).toHaveTextContent('The courier comes tomorrow.');
  expect(composer).toHaveValue('');
  expect(composer).toHaveFocus();
  expect(currentInInbox()).toHaveAccessibleName(/Answered.*The courier comes tomorrow/);
});

it('sends with Ctrl+Enter, but nothing that is blank', async () => {
  const { agent } = setUp();
  const messages = () => within(screen.getByRole('log')).getAllByRole('listitem');
  const before = messages().length;
  const composer = screen.getByRole('textbox', { name: /Reply/ });
  await agent.type(composer, '  {Control>}{Enter}{/Control}');
  expect(messages()).toHaveLength(before);
  await agent.type(composer, 'Gern{Control>}{Enter}{/Control}');
  expect(messages()).toHaveLength(before + 1);
});

it('keeps a reply that was begun with its conversation', async () => {
  const { agent, open } = setUp();
  await agent.type(screen.getByRole('textbox', { name: /Reply/ }), 'One moment');
  await open(/Martha J Williams/);
  expect(screen.getByRole('textbox', { name: 'Reply to Martha J Williams' })).toHaveValue('');
  await open(/Maya Lindqvist/);
  expect(screen.getByRole('textbox', { name: /Reply/ })).toHaveValue('One moment');
});

it('moves through the inbox with Alt and the arrows, the focus with it', async () => {
  const { agent, told, start } = setUp();
  await start();
  await agent.click(currentInInbox());
  await agent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(currentInInbox()).toHaveAccessibleName(/^Martha J Williams/);
  expect(currentInInbox()).toHaveFocus();
  expect(screen.getByRole('heading', { level: 2, name: 'Martha J Williams' })).toBeVisible();
  await agent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  expect(currentInInbox()).toHaveAccessibleName(/^Maya Lindqvist/);
  await vi.waitFor(() => expect(told).toHaveLength(2));
});

it('leaves the focus in the composer when the conversation changes by keyboard', async () => {
  const { agent } = setUp();
  await agent.click(screen.getByRole('textbox', { name: /Reply/ }));
  await agent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(screen.getByRole('textbox', { name: 'Reply to Martha J Williams' })).toHaveFocus();
});

it('takes the unread mark away when the conversation is opened', async () => {
  const { open } = setUp();
  expect(inInbox(/Martha J Williams/)).toHaveAccessibleName(/1 unread/);
  await open(/Martha J Williams/);
  expect(inInbox(/Martha J Williams/)).not.toHaveAccessibleName(/unread/);
});

it('themes its own page, and tells the panel', async () => {
  const { agent, told, start } = setUp();
  await start();
  const theme = (params: object) => ({
    ...envelope,
    method: 'context-changed',
    params: { theme: params },
  });
  await agent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await vi.waitFor(() => expect(told).toEqual([theme({ scheme: 'dark' })]));
  await agent.click(screen.getByRole('radio', { name: 'System' }));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  await vi.waitFor(() => expect(told.at(-1)).toEqual(theme({})));
});
