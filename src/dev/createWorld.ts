import { createEmulator, type EmulatorOptions } from '#src/emulator/emulator.ts';
import { createGladlyClient } from '#src/gladly/client.ts';
import type { Clock } from '#src/gladly/retry.ts';
import { createServer } from '#src/server/createServer.ts';
import { definitionsOf } from '#src/server/definitions/definitionsOf.ts';
import type { GladlyAppRoutes } from '#src/server/gladlyApp/createGladlyApp.ts';
import type { Log } from '#src/server/log.ts';
import { createAuthentication } from '#src/server/signIn/authentication.ts';
import type { Host } from '#src/server/signIn/hosts.ts';

export interface WorldOptions extends EmulatorOptions {
  clearWithEmptyString?: boolean;
  /** The brand's definitions, as the text of their JSON Schema; without it every attribute is free JSON. */
  attributeSchema?: string;
  log?: Log;
  clock?: Clock;
  timeoutMs?: number;
  /** Whether agents have to prove who they are; else everybody may do everything. */
  signInRequired?: boolean;
  /** The web desktops that may show the panel and issue launch tokens. */
  hosts?: readonly Host[];
  /** How browsers reach the server, where that matters to a test. */
  publicOrigin?: string;
  gladlyApp?: GladlyAppRoutes;
}

const origin = 'http://localhost';
const maxRedirects = 5;

/**
 * Emulator, Gladly client and server joined in one process, with no socket between them: what tests,
 * stories and the dev server run on. `fetch` is the panel's way in and follows redirects, as a browser's does.
 */
export function createWorld(options: WorldOptions = {}) {
  const {
    clearWithEmptyString = false,
    attributeSchema,
    log = () => {},
    clock,
    timeoutMs,
    signInRequired = false,
    hosts = [],
    publicOrigin = origin,
    gladlyApp,
    ...rest
  } = options;
  const { now: clockTime } = rest;
  const agentEmail = rest.agentEmail ?? 'agent@example.com';
  const apiToken = rest.apiToken ?? 'emulator-token';
  const emulator = createEmulator({ ...rest, agentEmail, apiToken });
  const gladly = createGladlyClient({
    origin,
    agentEmail,
    apiToken,
    // Looked up at each request, so that a test can stand in between.
    fetch: (request) => emulator.fetch(request),
    ...(clock && { clock }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const authentication = createAuthentication({
    publicOrigin,
    required: signInRequired,
    hosts,
    log,
    ...(clockTime && { now: () => clockTime().getTime() }),
  });
  const server = createServer({
    gladly,
    rule: { clearWithEmptyString },
    ...(clock && { clock }),
    ...(attributeSchema !== undefined && { definitions: definitionsOf(attributeSchema) }),
    log,
    authentication,
    loopbackOnly: false,
    ...(gladlyApp && { gladlyApp }),
  });

  async function fetchFromServer(input: string | URL | Request, init?: RequestInit) {
    const url = input instanceof Request ? input.url : new URL(input, origin).href;
    let request = input instanceof Request ? new Request(input, init) : new Request(url, init);
    for (let redirects = 0; redirects < maxRedirects; redirects += 1) {
      request.signal.throwIfAborted();
      const response = await server.fetch(request);
      const location = response.headers.get('Location');
      if (response.status !== 308 || location === null) return response;
      request = new Request(new URL(location, request.url), request);
    }
    throw new TypeError('Too many redirects');
  }

  return { server, emulator, authentication, fetch: fetchFromServer };
}

export type World = ReturnType<typeof createWorld>;
