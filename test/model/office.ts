import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import type { EditResult } from '#src/contract/saveAnswer.ts';
import type { ApiError } from '#src/customer/ApiError.ts';
import { savingFailure } from '#src/customer/attributes/editing/savingFailures.ts';
import type { EditRow } from '#src/customer/attributes/editing/rowSchema.ts';
import type { SavedChange } from '#src/customer/attributes/editing/saveRecord.ts';
import { Agent, type Answer } from './agent.ts';
import { Expectations } from './expectations.ts';
import { SaveLog, type Entries, type Gate } from './saveLog.ts';
import { isWanted, textOf, Upstream, type Server, type UpstreamSettings } from './upstream.ts';

/** How an agent's own connection breaks: the request never leaves, its answer is lost at once, or only when it is due. */
export const cuts = ['before', 'midway', 'after'] as const;
type Cut = (typeof cuts)[number];

interface Settings extends UpstreamSettings {
  customers: readonly Entries[];
  agents: number;
}

interface Desk {
  agent: Agent;
  expected: Expectations;
  cuts: { cut: Cut; skip: number }[];
}

const entriesOf = ({ customAttributes = [] }: Customer): Entries =>
  customAttributes.map(({ key, json }) => [key, json]);

/** Whether a save may call this its own change: it was asked for, and not there before. */
function isOwnChange(
  { key, before, after }: SavedChange,
  edits: readonly Edit[],
  there: ReadonlyMap<string, string>,
  rule: RemovalRule,
): boolean {
  const edit = edits.find((each) => each.key === key);
  return (
    edit !== undefined &&
    isWanted(after, edit, rule) &&
    equalOrAbsent(before, there.get(key)) &&
    !equalOrAbsent(after, before)
  );
}

const broken = () => new TypeError('Failed to fetch');

/** Agents at their desks, the server and Gladly, and everything that must be true of them after each step. */
export class Office {
  readonly upstream: Upstream;
  readonly customers: readonly string[];
  readonly desks: readonly Desk[];
  /** How often each answer was seen: a run that never met any proves nothing. */
  readonly seen: Map<string, number>;
  /** What servers work on for agents who do not wait for it. */
  readonly #busy: Promise<Response>[] = [];
  readonly #rule: RemovalRule;
  #server: Server;

  constructor({ customers, agents, ...settings }: Settings, seen: Map<string, number>) {
    this.seen = seen;
    this.#rule = settings.rule;
    this.customers = customers.map((_, index) => `customer-${index}`);
    const profiles = customers.map((entries, index) => {
      const members = entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`);
      return `{"id":"customer-${index}","customAttributes":{${members.join(',')}}}`;
    });
    this.upstream = new Upstream(settings, `[${profiles.join(',')}]`);
    this.#server = this.upstream.start();
    this.desks = Array.from({ length: agents }, (_, index) => this.#desk(`agent ${index}`));
  }

  desk(choice: number): Desk {
    const desk = this.desks[choice % this.desks.length];
    if (!desk) throw new RangeError('no desk');
    return desk;
  }

  customer(choice: number): string {
    return this.customers[choice % this.customers.length] ?? '';
  }

  restart(): void {
    this.#server.isAlive = false;
    this.#server = this.upstream.start();
  }

  async save(
    { agent, expected }: Desk,
    interlude?: { at: Gate; act: () => Promise<void> },
  ): Promise<void> {
    const log = new SaveLog(agent.name, 'save', interlude);
    await this.upstream.run(log, async () => {
      await agent.save();
      // Whoever is told that nobody knows goes on before the server is through; the next step is not so quick.
      await Promise.allSettled(this.#busy);
    });
    expected.forgetUnchanged(log.customerId);
  }

  async undo({ agent, expected }: Desk, choice: number): Promise<void> {
    const records = agent.undoable();
    const record = records[choice % Math.max(1, records.length)];
    if (!record) return;
    expected.forgetUnchanged(record.customerId);
    const log = new SaveLog(agent.name, 'undo');
    await this.upstream.run(log, async () => {
      await agent.undo(record);
      await Promise.allSettled(this.#busy);
    });
    // What stands against taking it back is decided like any other conflict, so it is open as if typed.
    if (log.isConflict && agent.form?.customer.id === record.customerId)
      for (const row of expected.extra(agent)) expected.typed(record.customerId, undefined, row);
    expected.forgetUnchanged(record.customerId);
  }

  /** Throws what is wrong, if anything is. */
  check(): void {
    const wrong = [...this.upstream.check()];
    for (const { agent, expected } of this.desks) {
      const missing = expected.missing(agent, (id) => this.upstream.survivor(id));
      if (missing.length > 0) {
        const has = JSON.stringify([agent.form?.rows, agent.drafts.list()]);
        wrong.push(`${agent.name} lost ${JSON.stringify(missing)}; has ${has}`);
      }
      const hidden = expected.hidden(agent);
      if (hidden.length > 0) wrong.push(`${agent.name} cannot see ${JSON.stringify(hidden)}`);
      const extra = expected.extra(agent);
      if (extra.length > 0) wrong.push(`${agent.name} never typed ${JSON.stringify(extra)}`);
    }
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }

  #desk(name: string): Desk {
    const desk: Desk = {
      cuts: [],
      expected: new Expectations(),
      agent: new Agent(name, this.#rule, async (input, init) => this.#fetch(desk, input, init), {
        sends: (agent, customerId, edits) => this.#sends(customerId, edits, agent, desk.expected),
        hears: (customerId, edits, answer, heard) => {
          this.#judge(edits, answer);
          if (heard && 'saved' in answer) desk.expected.reported(customerId, edits, answer.saved);
        },
        moves: (_, from, to) => desk.expected.moved(from, to),
      }),
    };
    return desk;
  }

  async #fetch(desk: Desk, input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const next = desk.cuts[0];
    const cut = next && next.skip <= 0 ? desk.cuts.shift()?.cut : undefined;
    if (next && !cut) next.skip -= 1;
    if (cut === 'before') throw broken();
    const server = this.#server;
    const save = init?.method === 'PATCH' ? this.upstream.running.getStore() : undefined;
    const begun = new Promise<void>((resolve) => {
      if (save) save.onBegun = resolve;
    });
    const answer = server.fetch(input, init);
    if (cut === 'midway') this.#busy.push(answer);
    if (cut === 'midway') await Promise.race([begun, answer]);
    else await answer;
    await save?.pass('beforeAnswer');
    if (cut || !server.isAlive) throw broken();
    return answer;
  }

  #sends(customerId: string, edits: readonly Edit[], agent: Agent, expected: Expectations): void {
    const log = this.upstream.running.getStore();
    if (!log) return void this.upstream.violations.push(`${agent.name} sends without a save`);
    Object.assign(log, { customerId, edits });
    const isOwn = ({ key, from }: Edit) =>
      expected.of(customerId).some((row: EditRow) => row.key === key && row.from === from);
    if (log.kind === 'save' && !edits.every(isOwn))
      this.upstream.violations.push(
        `${log.agent} sends what nobody typed: ${JSON.stringify(edits)}`,
      );
  }

  /** Whether what an agent is told is true, by what Gladly really answered to this save. */
  #judge(edits: readonly Edit[], answer: Answer): void {
    const log = this.upstream.running.getStore();
    if (!log) return;
    const wrong = (what: string) =>
      this.upstream.violations.push(
        `${log.agent} ${what}: ${JSON.stringify({ edits, answer, log })}`,
      );
    if ('failed' in answer) this.#judgeFailure(log, answer.failed, wrong);
    else {
      log.settle();
      const { results, customer, changes } = answer.saved;
      const [first] = log.reads.filter(Boolean);
      for (const change of changes)
        if (!isOwnChange(change, edits, new Map(first), this.#rule))
          wrong('has what it did not change among its changes');
      const last = log.reads.at(-1);
      if (!last) return void wrong('was answered with what nobody read');
      if (textOf(entriesOf(customer)) !== textOf(last)) wrong('was shown another customer');
      if (results.length !== edits.length) wrong('was not told of each edit');
      for (const [index, result] of results.entries())
        if (!this.#isTrue(edits[index], result, new Map(last))) wrong('was told what is not true');
    }
  }

  #isTrue(edit: Edit | undefined, result: EditResult, there: ReadonlyMap<string, string>): boolean {
    this.#count(result.outcome);
    if (edit?.key !== result.key) return false;
    const value = there.get(edit.key);
    if (isWanted(value, edit, this.#rule)) return result.outcome === 'saved';
    return (
      result.outcome === (value === undefined ? 'missing' : 'altered') && result.value === value
    );
  }

  #judgeFailure(log: SaveLog, failure: ApiError, wrong: (what: string) => void): void {
    const { code, fields } = failure;
    const { title } = savingFailure(failure, log.kind === 'undo');
    this.#count(fields.unverified ? `${code}, unverified` : code);
    const hadEffect = log.writes.some(({ before, after }) => textOf(before) !== textOf(after));
    if (!/^Not (saved|undone)/.test(title)) return;
    log.settle();
    if (hadEffect) wrong(`was told “${title}”`);
    if (code !== 'conflict') return;
    log.isConflict = true;
    const [read] = log.reads.filter(Boolean);
    const there = new Map(read);
    const isForeign = (edit: Edit) =>
      !equalOrAbsent(there.get(edit.key), edit.from) &&
      !isWanted(there.get(edit.key), edit, this.#rule);
    if (!log.edits.some(isForeign)) wrong('was told of a conflict that is none');
    if (!fields.customer || textOf(entriesOf(fields.customer)) !== textOf(read ?? []))
      wrong('was shown another customer in a conflict');
  }

  #count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }
}
