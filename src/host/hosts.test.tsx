import { afterEach, expect, it, vi } from 'vitest';
import { createFrameHost, type FrameHost } from './frameHost.ts';
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

it('keeps what the panel tells until somebody listens, and follows a merge and the agent', () => {
  const host = createFrameHost('a');
  const onChange = vi.fn<() => void>();
  const hear = vi.fn<FrameHost['tell']>();
  const end = host.subscribe(onChange);
  host.customerRedirected('a', 'b');
  host.listen(hear);
  host.openCustomer('c');
  expect(hear.mock.calls).toEqual([
    [{ method: 'customer-redirected', params: { from: 'a', to: 'b', reason: 'merged' } }],
    [{ method: 'open-customer', params: { customerId: 'c' } }],
  ]);
  host.change({ readOnly: true });
  expect(host.get()).toEqual({ customerId: 'c', readOnly: true });
  expect(host.getCustomerId()).toBe('c');
  expect(host.get()).toBe(host.get());
  expect(onChange).toHaveBeenCalledTimes(3);
  end();
  host.change({ customerId: undefined });
  expect(onChange).toHaveBeenCalledTimes(3);
});
