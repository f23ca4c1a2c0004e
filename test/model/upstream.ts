import { AsyncLocalStorage } from 'node:async_hooks';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { createWorld } from '#src/dev/createWorld.ts';
import type { EmulatorControl } from '#src/emulator/control.ts';
import type { Emulator } from '#src/emulator/emulator.ts';
import { clearedValue, type RemovalRule } from '#src/contract/outcome.ts';
import type { Entries, SaveLog } from './saveLog.ts';
import type { ForeignChange } from './values.ts';

type Meaning = 'replace' | 'merge';

/** What Gladly's documentation leaves open. */
export interface UpstreamSettings {
  customAttributes: Meaning;
  attributeValues: 'any' | 'scalars';
  /** What the brand knows of its Gladly: a removal is written as an empty text. */
  rule: RemovalRule;
}

const clock = { sleep: async () => {}, random: () => 0 };
const patchOf = /\/customer-profiles\/([^/?]+)$/;
export const textOf = (entries: Entries) => JSON.stringify(entries);

/** Whether a value is what an edit asks for; said anew here, as the server's word on it is what is judged. */
export const isWanted = (value: string | undefined, { to }: Pick<Edit, 'to'>, rule: RemovalRule) =>
  equalOrAbsent(value, to) || (to === undefined && rule.clearWithEmptyString && value === '""');

/** What a write of these edits must leave: everything else as it was, to the character, in its place. */
function expectedAfter(
  before: Entries,
  edits: readonly Edit[],
  { customAttributes: meaning, rule }: UpstreamSettings,
): Entries {
  const there = new Map(before);
  const gone = rule.clearWithEmptyString ? clearedValue : undefined;
  const open = new Map(
    edits
      .filter((edit) => !isWanted(there.get(edit.key), edit, rule))
      .map(({ key, to = gone }) => [key, to]),
  );
  const kept = before.flatMap(([key, json]): Entries => {
    const to = open.get(key);
    if (!open.has(key)) return [[key, json]];
    if (to !== undefined) return [[key, to]];
    return meaning === 'merge' ? [[key, json]] : [];
  });
  const added = [...open].flatMap(([key, to]): Entries =>
    there.has(key) || to === undefined ? [] : [[key, to]],
  );
  return [...kept, ...added];
}

/** One server process over the emulator: when it dies, its queue is lost and it asks and answers nothing more. */
export interface Server {
  fetch: typeof globalThis.fetch;
  isAlive: boolean;
}

/** The emulator with a witness in front: it knows of every write whose it is, and what was true before and after. */
export class Upstream {
  readonly running = new AsyncLocalStorage<SaveLog>();
  readonly violations: string[] = [];
  readonly control: EmulatorControl;
  readonly #emulator: Emulator;
  readonly #settings: UpstreamSettings;
  readonly #saves = new Set<SaveLog>();
  /** What must be there, by customer: it changes by logged writes alone. */
  readonly #truth = new Map<string, string>();
  readonly #survivors = new Map<string, string>();
  /** What each agent's own saves have put there: nothing else may be taken back. */
  readonly #own = new Map<string, { id: string; key: string; json: string | undefined }[]>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(settings: UpstreamSettings, profiles: string) {
    const { customAttributes, attributeValues } = settings;
    const { emulator } = createWorld({
      rateLimit: false,
      customAttributes,
      attributeValues,
      profiles,
    });
    this.#emulator = emulator;
    this.#settings = settings;
    this.control = emulator.control;
    for (const id of this.control.ids()) this.#truth.set(id, textOf(this.entries(id)));
  }

  start(): Server {
    const world = createWorld({ profiles: '[]', clock, ...this.#settings.rule });
    const server: Server = { fetch: world.fetch, isAlive: true };
    world.emulator.fetch = (request) => this.#asked(server, request);
    return server;
  }

  entries(id: string): Entries {
    return this.#survivors.has(id) ? [] : this.control.attributes(id);
  }

  /** The profile that an id stands for after merges. */
  survivor(id: string): string {
    const into = this.#survivors.get(id);
    return into === undefined ? id : this.survivor(into);
  }

  /** Runs a save so that every request it causes, through the queue as well, is known as its own. */
  async run(save: SaveLog, act: () => Promise<void>): Promise<void> {
    this.#saves.add(save);
    await this.running.run(save, act);
    this.#saves.delete(save);
  }

  /** Somebody whom we do not know changes an attribute; not in the window of a save, where nothing is promised. */
  async change(id: string, { key, json }: ForeignChange): Promise<void> {
    await this.#inTurn(async () => {
      const inWindow = [...this.#saves].some((save) => save.customerId === id && save.inWindow);
      if (inWindow || this.#survivors.has(id)) return;
      const changes = json === undefined ? { remove: [key] } : { set: [[key, json]] as const };
      this.control.changeElsewhere(id, changes);
      // Who wrote the same in the same moment cannot be told.
      for (const save of this.#saves)
        for (const edit of save.customerId === id ? save.edits : [])
          if (edit.key === key && equalOrAbsent(edit.to, json)) this.#owns(save, key, json);
      this.#truth.set(id, textOf(this.entries(id)));
    });
  }

  async merge(from: string, to: string): Promise<void> {
    await this.#inTurn(async () => {
      if (from === to || this.#survivors.has(from) || this.#survivors.has(to)) return;
      this.control.merge(from, to);
      this.#survivors.set(from, to);
      this.#truth.delete(from);
    });
  }

  /** What changed although nobody wrote it, with everything else that was seen to go wrong. */
  check(): string[] {
    for (const [id, text] of this.#truth)
      if (textOf(this.entries(id)) !== text)
        this.violations.push(`${id} is not as its last writer left it`);
    return this.violations;
  }

  /** One thing at a time reaches Gladly, so that what was before and after each can be told. */
  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act, act);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #asked(server: Server, request: Request): Promise<Response> {
    const save = this.running.getStore();
    const id = patchOf.exec(new URL(request.url).pathname)?.[1] ?? '';
    if (save && save.reads.length === 0) {
      save.onBegun();
      await save.pass('beforeRead');
    }
    const response = await this.#inTurn(async () => {
      if (!server.isAlive) throw new TypeError('fetch failed');
      return request.method === 'PATCH'
        ? await this.#write(save, id, request)
        : await this.#read(save, id, request);
    });
    if (request.method === 'PATCH') await save?.pass('afterWrite');
    if (!server.isAlive) throw new TypeError('fetch failed');
    return response;
  }

  async #read(save: SaveLog | undefined, id: string, request: Request): Promise<Response> {
    const at = save ? save.reads.push(undefined) - 1 : 0;
    const response = await this.#emulator.fetch(request);
    const isSound =
      response.ok &&
      !this.#survivors.has(id) &&
      (await response.clone().text()) === this.control.profileText(id);
    if (!save || !isSound) return response;
    save.reads[at] = this.entries(id);
    if (save.writes.length === 0 && !save.settled) save.inWindow = true;
    return response;
  }

  async #write(save: SaveLog | undefined, id: string, request: Request): Promise<Response> {
    const before = this.entries(id);
    try {
      return await this.#emulator.fetch(request);
    } finally {
      this.#judgeWrite(save, id, before, this.entries(id));
    }
  }

  #judgeWrite(save: SaveLog | undefined, id: string, before: Entries, after: Entries): void {
    const wrong = (what: string) =>
      this.violations.push(
        `${save?.agent ?? 'nobody'} ${what} of ${id}: ${textOf(before)} → ${textOf(after)} by ${JSON.stringify(save?.edits)}`,
      );
    if (!this.#survivors.has(id)) this.#truth.set(id, textOf(after));
    if (!save) return void wrong('wrote without a save');
    save.inWindow = false;
    save.writes.push({ before, after });
    if (save.writes.length > 1) wrong('wrote twice');
    if (save.customerId !== id) wrong('wrote to another customer');
    if (textOf(before) === textOf(after)) return;
    if (save.settled) wrong('wrote after the answer');
    const there = new Map(before);
    for (const edit of save.edits) {
      const json = there.get(edit.key);
      if (!equalOrAbsent(json, edit.from) && !isWanted(json, edit, this.#settings.rule))
        wrong(`overwrote ${JSON.stringify(edit.key)} unseen`);
    }
    const now = new Map(after);
    for (const { key } of save.edits) {
      const json = there.get(key);
      if (equalOrAbsent(json, now.get(key))) continue;
      if (save.kind === 'undo' && !this.#isOwn(save, key, json))
        wrong(`took back ${JSON.stringify(key)}, which somebody else wrote,`);
      this.#owns(save, key, now.get(key));
    }
    if (textOf(after) !== textOf(expectedAfter(before, save.edits, this.#settings)))
      wrong('changed more or less than was asked');
  }

  #owns({ agent, customerId: id }: SaveLog, key: string, json: string | undefined): void {
    this.#own.set(agent, [...(this.#own.get(agent) ?? []), { id, key, json }]);
  }

  #isOwn({ agent, customerId }: SaveLog, key: string, json: string | undefined): boolean {
    const own = this.#own.get(agent) ?? [];
    return own.some(
      (each) => each.id === customerId && each.key === key && equalOrAbsent(each.json, json),
    );
  }
}
