import { createWorld, type WorldOptions } from '#src/dev/createWorld.ts';
import type { LogEntry } from '#src/server/log.ts';

/** A customer whose attributes no JavaScript object could carry. */
export const maya = `{"id":"maya","name":"Maya Lindqvist",
 "emails":[{"original":"Maya.Lindqvist@example.com"}],"phones":[{"original":"+44 7700 900123","type":"MOBILE"}],
 "externalCustomerId":"shop-1","customAttributes":{"tier":"gold","10":"ten","2":1.0,"old":"x","points":12345678901234567890},
 "createdAt":"2024-01-01T00:00:00Z"}`;
export const noor = '{"id":"noor","customAttributes":{"tier":"silver"}}';

type Upstream = (request: Request) => Promise<Response>;

/** A world without waits or limits, asked as the panel asks, and everything that it wrote to Gladly and to its log. */
export function panel(options: WorldOptions = {}, profiles: readonly string[] = [maya, noor]) {
  const log: LogEntry[] = [];
  const writes: string[] = [];
  const world = createWorld({
    rateLimit: false,
    profiles: `[${profiles.join(',')}]`,
    clock: { sleep: async () => {}, random: () => 0 },
    log: (entry) => void log.push(entry),
    ...options,
  });
  const { control } = world.emulator;

  /** Stands between the server and Gladly from now on. */
  function between(step: (request: Request, pass: Upstream) => Promise<Response>) {
    const pass = world.emulator.fetch;
    world.emulator.fetch = (request) => step(request, pass);
  }
  between(async (request, pass) => {
    if (request.method === 'PATCH') writes.push(await request.clone().text());
    return pass(request);
  });

  /** Asks the server itself, which answers a merged id with 308; `world.fetch` would follow. */
  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    return world.server.fetch(new Request(`http://localhost${path}`, { ...init, method }));
  }
  const send = (id: string, body: BodyInit, headers: Record<string, string> = {}) =>
    ask('PATCH', `/api/customers/${id}/custom-attributes`, {
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });

  return {
    ...world,
    control,
    log,
    writes,
    between,
    ask,
    send,
    /** Sends edits written as the JSON of the list. */
    save: (id: string, edits: string) => send(id, `{"edits":[${edits}]}`),
    /** The methods that Gladly was asked with, without those of other ids. */
    asked: (id = '') =>
      control.requests.filter(({ path }) => path.includes(id)).map(({ method }) => method),
  };
}
