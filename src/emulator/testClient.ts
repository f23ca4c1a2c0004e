import { createEmulator, type EmulatorOptions } from './emulator.ts';

type Asked = { body?: unknown; auth?: string; signal?: AbortSignal };

/** For tests: an emulator without a rate limit, and a short way to ask it. A string body is sent as it is. */
export function testClient(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ rateLimit: false, ...options });
  const ask = (
    method: string,
    path: string,
    { body, auth = 'agent@example.com:emulator-token', signal }: Asked = {},
  ) => {
    const init: RequestInit = { method };
    if (auth !== '') init.headers = { Authorization: `Basic ${btoa(auth)}` };
    if (body instanceof Blob || typeof body === 'string') init.body = body;
    else if (body !== undefined) init.body = JSON.stringify(body);
    if (signal) init.signal = signal;
    return emulator.fetch(new Request(`http://gladly.test/api/v1${path}`, init));
  };
  return {
    emulator,
    control: emulator.control,
    ask,
    get: (id: string) => ask('GET', `/customer-profiles/${id}`),
    find: (query: string) => ask('GET', `/customer-profiles?${query}`),
    create: (body: unknown) => ask('POST', '/customer-profiles', { body }),
    patch: (id: string, body: unknown) => ask('PATCH', `/customer-profiles/${id}`, { body }),
    remove: (id: string) => ask('DELETE', `/customer-profiles/${id}`),
  };
}
