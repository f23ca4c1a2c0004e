import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { inEnvelope } from '#src/host/frameMessages.ts';
import type { FromPanel } from '#src/host/panelMessages.ts';
import { AgentDesktop } from './AgentDesktop.tsx';

const ready: FromPanel = { ...inEnvelope, method: 'ready' };
const dirty = (...customerIds: string[]): FromPanel => ({
  ...inEnvelope,
  method: 'dirty',
  params: { customerIds },
});
const redirected = (from: string, to: string): FromPanel => ({
  ...inEnvelope,
  method: 'customer-redirected',
  params: { from, to },
});
const changed = (customerId: string, seq: number) => [
  { ...inEnvelope, method: 'customer-changed', params: { customerId, seq } },
  window.location.origin,
];

function setUp(panelUrl = (id: string) => `about:blank?customer=${id}`) {
  const agent = userEvent.setup();
  render(<AgentDesktop panelUrl={panelUrl} />);
  const frame = screen.getByTitle<HTMLIFrameElement>('Customer profile');
  const panel = frame.contentWindow;
  if (!panel) throw new Error('the frame has no window');
  const told = vi.spyOn(panel, 'postMessage').mockReturnValue(undefined);
  const panelSays = (data: unknown, sender: { source?: Window | null; origin?: string } = {}) =>
    act(() => {
      const event = { source: panel, origin: window.location.origin, ...sender, data };
      window.dispatchEvent(new MessageEvent('message', event));
    });
  const open = (name: RegExp) => agent.click(inInbox(name));
  return { agent, frame, panel, told, panelSays, open };
}

const inbox = () => within(screen.getByRole('navigation', { name: 'Conversations' }));
const inInbox = (name: RegExp) => inbox().getByRole('button', { name });
const currentInInbox = () => inbox().getByRole('button', { current: true });

it('loads the panel once, with the first conversation’s customer', async () => {
  const { frame, panelSays, open } = setUp();
  panelSays(ready);
  await open(/Martha J Williams/);
  expect(frame).toHaveAttribute('src', 'about:blank?customer=maya-lindqvist-0001');
});

it('tells a ready panel each new customer, with a growing number', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready);
  await open(/Martha J Williams/);
  await open(/佐藤/);
  await open(/Martha J Williams/);
  expect(told.mock.calls).toEqual([
    changed('OOrlNMXeS72gs_WEX2TtMg', 1),
    changed('japanese-0005', 2),
    changed('OOrlNMXeS72gs_WEX2TtMg', 3),
  ]);
});

it('waits until the panel is ready, and then tells only the newest customer', async () => {
  const { told, panelSays, open } = setUp();
  await open(/Martha J Williams/);
  await open(/佐藤/);
  expect(told).not.toHaveBeenCalled();
  panelSays(ready);
  expect(told.mock.calls).toEqual([changed('japanese-0005', 1)]);
});

it('tells a panel that was reloaded which customer to show', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready);
  await open(/佐藤/);
  panelSays(ready);
  expect(told.mock.lastCall).toEqual(changed('japanese-0005', 2));
});

it('says nothing to the panel when the same conversation is selected again', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready);
  await open(/Maya Lindqvist/);
  expect(told).not.toHaveBeenCalled();
});

it('ignores what does not come from the panel', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready, { origin: 'https://elsewhere.example' });
  panelSays(ready, { source: window });
  panelSays(ready, { source: null });
  panelSays({ ...ready, v: 2 });
  panelSays('ready');
  await open(/Martha J Williams/);
  panelSays(dirty('maya-lindqvist-0001'), { origin: 'https://elsewhere.example' });
  panelSays(dirty('maya-lindqvist-0001'), { source: window });
  expect(told).not.toHaveBeenCalled();
  expect(inbox().queryByRole('button', { name: /Unsaved profile edits/ })).toBeNull();
});

it('marks the conversations whose profiles have unsaved edits', async () => {
  const { panelSays, open } = setUp();
  panelSays(ready);
  panelSays(dirty('maya-lindqvist-0001'));
  expect(inInbox(/Unsaved profile edits/)).toBe(currentInInbox());
  await open(/Martha J Williams/);
  expect(inInbox(/Unsaved profile edits/)).toHaveAccessibleName(/^Maya Lindqvist/);
  panelSays(dirty());
  expect(inbox().queryByRole('button', { name: /Unsaved profile edits/ })).toBeNull();
});

it('opens the conversation whose customer the panel goes back to, and tells it nothing', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready);
  await open(/Martha J Williams/);
  panelSays({
    ...inEnvelope,
    method: 'open-customer',
    params: { customerId: 'maya-lindqvist-0001' },
  });
  expect(currentInInbox()).toHaveAccessibleName(/^Maya Lindqvist/);
  expect(told).toHaveBeenCalledTimes(1);
});

it('follows a merged customer, with the unsaved edits, and tells the panel nothing that it knows', async () => {
  const { told, panelSays, open } = setUp();
  panelSays(ready);
  await open(/M\. Lindqvist/);
  panelSays(dirty('merged-away-0007'));
  panelSays(redirected('merged-away-0007', 'survivor-0001'));
  panelSays(dirty('survivor-0001'));
  expect(told).toHaveBeenCalledTimes(1);
  expect(inInbox(/Unsaved profile edits/)).toBe(currentInInbox());
  await open(/Maya Lindqvist/);
  await open(/M\. Lindqvist/);
  expect(told.mock.lastCall).toEqual(changed('survivor-0001', 3));
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
  const { agent, told, panelSays } = setUp();
  panelSays(ready);
  await agent.click(currentInInbox());
  await agent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(currentInInbox()).toHaveAccessibleName(/^Martha J Williams/);
  expect(currentInInbox()).toHaveFocus();
  expect(screen.getByRole('heading', { level: 2, name: 'Martha J Williams' })).toBeVisible();
  await agent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  expect(currentInInbox()).toHaveAccessibleName(/^Maya Lindqvist/);
  expect(told).toHaveBeenCalledTimes(2);
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

it('themes its own page and the panel’s, again when the frame has loaded another one', async () => {
  const { agent, frame } = setUp(() => 'about:blank');
  const themes = () => [
    document.documentElement.dataset['theme'],
    frame.contentDocument?.documentElement.dataset['theme'],
  ];
  await agent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(themes()).toEqual(['dark', 'dark']);
  frame.contentDocument?.documentElement.removeAttribute('data-theme');
  act(() => {
    frame.dispatchEvent(new Event('load'));
  });
  expect(themes()).toEqual(['dark', 'dark']);
  await agent.click(screen.getByRole('radio', { name: 'System' }));
  expect(themes()).toEqual([undefined, undefined]);
});
