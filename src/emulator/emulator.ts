import { Hono } from 'hono';
import { refusalFor } from './access.ts';
import { createControl, type EmulatorControl } from './control.ts';
import { refuse } from './errors.ts';
import { createFaults, spoiled } from './faults.ts';
import { neighbourRoutes } from './neighbourRoutes.ts';
import { profileRoutes } from './profileRoutes.ts';
import { createRateLimit } from './rateLimit.ts';
import { readSeeds } from './readSeeds.ts';
import { seedProfiles } from './seeds/seedProfiles.ts';
import type { Settings } from './settings.ts';
import { createStore } from './store.ts';

/** An organization that runs for days must not remember every address that it was asked for. */
const remembersRequests = 1000;

export type EmulatorOptions = Partial<Settings>;

export type Emulator = {
  /** Rejects where a network would: cut connections, and aborted requests that are being delayed. */
  fetch: (request: Request) => Promise<Response>;
  control: EmulatorControl;
};

/**
 * One organization of Gladly in memory: the customer part of its REST API, written from its
 * documentation. It shares no code with the product, so that a wrong idea of the API cannot hide
 * on both sides. Throws when `profiles` cannot be read.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const settings: Settings = {
    agentEmail: 'agent@example.com',
    apiToken: 'emulator-token',
    permissions: ['API User', 'Compliance Admin'],
    customAttributes: 'replace',
    attributeValues: 'any',
    profiles: seedProfiles,
    now: () => new Date(),
    rateLimit: 10,
    indexLagMs: 0,
    errorsAs: 'array',
    movedLocation: false,
    legacyLookup: true,
    ...options,
  };
  const store = createStore(settings.indexLagMs);
  const seeds = readSeeds(settings.profiles);
  for (const { id, fields } of seeds.profiles) store.put(id, fields, Number.NEGATIVE_INFINITY);
  for (const { id, into } of seeds.merged) store.move(id, into);

  const routes = new Hono();
  routes.use('/api/v1/*', async ({ req }, next) => refusalFor(req.raw, settings) ?? (await next()));
  routes.route('/api/v1/customer-profiles', profileRoutes(store, settings));
  routes.route('/api/v1', neighbourRoutes(store));
  routes.notFound(() => refuse(404, { code: 'not_exist', detail: 'there is nothing here' }));
  // Hono would print a defect and answer 500; a rejection shows it to the caller.
  routes.onError((error) => {
    throw error;
  });

  const faults = createFaults();
  const limit = createRateLimit(settings);
  const requests: { method: string; path: string }[] = [];

  return {
    control: createControl(store, faults, requests, settings),
    async fetch(request) {
      request.signal.throwIfAborted();
      const { pathname, search } = new URL(request.url);
      const { method } = request;
      requests.push({ method, path: pathname + search });
      if (requests.length > remembersRequests) requests.shift();
      const verdict = limit(method);
      const fault = verdict.allowed ? faults.take(method, pathname + search) : undefined;
      const sound = async () => routes.fetch(request);
      const refusal = () => refuse(429, { code: 'rate_limited', detail: 'too many requests' });
      const plain = verdict.allowed ? sound : async () => refusal();
      const response = fault ? await spoiled(fault, request.signal, plain, faults) : await plain();
      for (const [name, value] of Object.entries(verdict.headers)) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      return response;
    },
  };
}
