import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBody } from './readBody.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function requestOf(body: ReadableStream<Uint8Array> | string): Request {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
  return new Request('http://localhost/', { ...init, duplex: 'half' } as RequestInit);
}

it('waits for no sender longer than the address allows, and lets the connection go', async () => {
  let isCancelled = false;
  const drip = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
    cancel: () => void (isCancelled = true),
  });
  const reading = readBody(requestOf(drip), { timeoutMs: 10_000 });
  const outcome = expect(reading).rejects.toMatchObject({
    code: 'bad_request',
    message: 'The body did not arrive in time.',
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(isCancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(isCancelled).toBe(true);
});

it('leaves no timer behind', async () => {
  expect(await readBody(requestOf('{}'))).toBe('{}');
  expect(vi.getTimerCount()).toBe(0);
});

it('takes as many bytes as the address allows', async () => {
  expect(await readBody(requestOf('"é"'), { maxBytes: 4 })).toBe('"é"');
  await expect(readBody(requestOf('"éa"'), { maxBytes: 4 })).rejects.toMatchObject({
    code: 'too_large',
  });
});
