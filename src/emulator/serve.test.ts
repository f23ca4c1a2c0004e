import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { createEmulator } from './emulator.ts';
import { serveEmulator } from './serve.ts';

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

const headers = { Authorization: `Basic ${btoa('agent@example.com:emulator-token')}` };
const started = async () => {
  const emulator = createEmulator({ rateLimit: false });
  const served = await serveEmulator(emulator, { port: 0 });
  closings.push(served.close);
  return { ...served, control: emulator.control };
};

it('serves on a free port of the loopback', async () => {
  const { origin } = await started();
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const url = `${origin}/api/v1/customer-profiles/cust-suharto`;
  const patched = await fetch(url, {
    method: 'PATCH',
    headers,
    body: '{"customAttributes":{"a":1.0}}',
  });
  expect([patched.status, await patched.text()]).toEqual([204, '']);
  const answer = await fetch(url, { headers });
  expect(answer.headers.get('Ratelimit-Limit-Second')).toBe('10');
  expect(await answer.text()).toContain('"customAttributes":{"a":1.0}');
  const moved = await fetch(`${origin}/api/v1/customer-profiles/merged-away-0007`, {
    headers,
    redirect: 'manual',
  });
  expect(moved.status).toBe(301);
});

it('destroys the socket when the connection is cut', async () => {
  const { control, origin } = await started();
  control.failNext({ kind: 'cut', times: 2 });
  const code = await new Promise((resolve) => {
    request(`${origin}/api/v1/organization`, { headers })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      .end();
  });
  expect(code).toBe('ECONNRESET');
  const url = `${origin}/api/v1/customer-profiles/cust-suharto`;
  await expect(fetch(url, { method: 'PATCH', headers, body: '{"name":"x"}' })).rejects.toThrow(
    'fetch failed',
  );
  expect((await fetch(url, { headers })).status).toBe(200);
});

it('gives a delayed request up when its client goes', async () => {
  const { control, origin } = await started();
  control.failNext({ kind: 'delay', ms: 600_000, method: 'PATCH' });
  const abort = new AbortController();
  const url = `${origin}/api/v1/customer-profiles/cust-suharto`;
  const gone = fetch(url, { method: 'PATCH', headers, body: '{}', signal: abort.signal });
  await expect.poll(() => control.requests.length).toBe(1);
  abort.abort();
  await expect(gone).rejects.toThrow('aborted');
  expect((await fetch(url, { headers })).status).toBe(200);
});

it('rejects when the port is taken', async () => {
  const { origin } = await started();
  const port = Number(new URL(origin).port);
  await expect(serveEmulator(createEmulator(), { port })).rejects.toThrow('EADDRINUSE');
});
