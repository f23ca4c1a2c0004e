import { afterEach, expect, it, vi } from 'vitest';
import { createFrameHost } from './frameHost.ts';
import { inEnvelope } from './frameMessages.ts';
import { createPageHost } from './pageHost.ts';

afterEach(() => window.history.replaceState(null, '', '/'));

it('reads the customer from the address of the page, and goes back and forward', async () => {
  window.history.replaceState(null, '', '/?customer=a');
  const host = createPageHost(window);
  const onChange = vi.fn<() => void>();
  host.subscribe(onChange);
  expect(host.getCustomerId()).toBe('a');
  host.open('b');
  expect(window.location.search).toBe('?customer=b');
  host.customerRedirected('b', 'c');
  expect(host.getCustomerId()).toBe('c');
  host.open(undefined);
  expect(window.location.pathname + window.location.search).toBe('/');
  window.history.back();
  await vi.waitFor(() => expect(host.getCustomerId()).toBe('c'));
  expect(onChange).toHaveBeenCalledTimes(4);
});

const customerChanged = (customerId: string, seq: number) => ({
  ...inEnvelope,
  method: 'customer-changed',
  params: { customerId, seq },
});

function send(data: unknown, from: Partial<MessageEventInit> = {}) {
  const init = { data, origin: window.location.origin, source: window.parent, ...from };
  window.dispatchEvent(new MessageEvent('message', init));
}

it('shows what the desktop around the frame says, and nothing else', () => {
  window.history.replaceState(null, '', '/embed?customer=a');
  const host = createFrameHost(window);
  expect(host.getCustomerId()).toBe('a');
  send(customerChanged('b', 2));
  expect(host.getCustomerId()).toBe('b');
  send(customerChanged('late', 1));
  send(customerChanged('foreign', 3), { origin: 'https://evil.example' });
  send(customerChanged('sibling', 3), { source: null });
  send({ ...customerChanged('other', 3), v: 2 });
  send('customer-changed');
  expect(host.getCustomerId()).toBe('b');
  send(customerChanged('c', 3));
  expect(host.getCustomerId()).toBe('c');
});
