import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { ApiError } from '#src/customer/ApiError.ts';
import { createCustomerApi, type CustomerApi, type Fetch } from '#src/customer/api.ts';
import { createDrafts, type Drafts } from '#src/customer/attributes/drafts.ts';
import { bringBack } from '#src/customer/attributes/editing/bringBack.ts';
import { isConflict } from '#src/customer/attributes/editing/conflict.ts';
import { isChanged, newRow, rowFor, toEdits } from '#src/customer/attributes/editing/editRow.ts';
import { editSetSchema } from '#src/customer/attributes/editing/editSetSchema.ts';
import { rivalOf } from '#src/customer/attributes/editing/rival.ts';
import { asKind } from '#src/customer/attributes/editing/rowKind.ts';
import type { EditRow, RowKind } from '#src/customer/attributes/editing/rowSchema.ts';
import { saveEdits, type Saved } from '#src/customer/attributes/editing/saveEdits.ts';
import { rowOf, undoOf, type SaveRecord } from '#src/customer/attributes/editing/saveRecord.ts';
import { settleRows } from '#src/customer/attributes/editing/settleRows.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { memoryStorage } from './memoryStorage.ts';

export type Answer = { saved: Saved } | { failed: ApiError };

/** What the model hears of an agent. */
export interface Ear {
  sends(agent: Agent, customerId: string, edits: readonly Edit[]): void;
  /** `heard` is false when the page that asked is gone. */
  hears(customerId: string, edits: readonly Edit[], answer: Answer, heard: boolean): void;
  moves(agent: Agent, from: string, to: string): void;
}

interface Form {
  customer: Customer;
  rows: readonly EditRow[];
  saving: boolean;
}

function settled(rows: readonly EditRow[], edits: readonly Edit[], result: SaveResult): EditRow[] {
  const { done, changed } = settleRows(rows, edits, result);
  return rows.flatMap((row, index) =>
    done.includes(index) ? [] : [changed.find((other) => other.index === index)?.row ?? row],
  );
}

/** One agent's page without React: what the panel and its hooks do with the pure functions, and nothing more. */
export class Agent {
  readonly name: string;
  readonly #api: CustomerApi;
  readonly #ear: Ear;
  readonly #storage = memoryStorage();
  #page = 0;
  asked: string | undefined;
  drafts: Drafts = createDrafts(this.#storage, () => 0);
  form: Form | undefined;
  /** What was discarded last and can be brought back, until the form goes or a save begins. */
  discarded: readonly EditRow[] = [];
  /** The saves of this page that changed something, the newest last. */
  history: readonly SaveRecord[] = [];

  constructor(name: string, rule: RemovalRule, fetch: Fetch, ear: Ear) {
    this.name = name;
    this.#api = createCustomerApi(fetch, rule.clearWithEmptyString);
    this.#ear = ear;
  }

  async open(id: string): Promise<void> {
    this.asked = id;
    this.form = undefined;
    this.discarded = [];
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const { asked } = this;
    const page = this.#page;
    if (asked === undefined) return;
    let customer: Customer;
    try {
      customer = await this.#api.get(asked);
    } catch (error) {
      if (error instanceof ApiError) return;
      throw error;
    }
    if (page !== this.#page || asked !== this.asked) return;
    if (customer.id !== asked) this.#follow(asked, customer.id);
    if (this.form?.customer.id === customer.id) this.#show(this.form, customer);
    else {
      this.form = { customer, rows: this.drafts.get(customer.id), saving: false };
      this.discarded = [];
    }
  }

  /** The page goes: an answer on its way reaches nobody. */
  reload(): void {
    this.#page += 1;
    this.drafts = createDrafts(this.#storage, () => 0);
    this.form = undefined;
    this.discarded = [];
    this.history = [];
  }

  lookUp(name: string): string | undefined {
    return this.form?.customer.customAttributes?.find(({ key }) => key === name)?.json;
  }

  add(): void {
    if (this.form) this.#put(this.form, [newRow(), ...this.form.rows]);
  }

  edit(key: string): void {
    const json = this.lookUp(key);
    if (this.form && json !== undefined)
      this.#put(this.form, [...this.form.rows, rowFor(key, json)]);
  }

  set(index: number, fields: Partial<EditRow>): void {
    if (!this.form) return;
    const rows = this.form.rows.map((row, at) => (at === index ? { ...row, ...fields } : row));
    this.#put(this.form, rows);
  }

  setKind(index: number, kind: RowKind): void {
    const row = this.form?.rows[index];
    if (row) this.set(index, asKind(row, kind));
  }

  close(index: number): void {
    if (this.form) this.#put(this.form, this.form.rows.toSpliced(index, 1));
  }

  /** The other row for the same attribute, against which this one is to be decided first. */
  rival(index: number): EditRow | undefined {
    return rivalOf(this.form?.rows ?? [], index)?.row;
  }

  /** Of two rows for one attribute, lets this one go on in the place of the other. */
  useThis(index: number): void {
    const { rows = [] } = this.form ?? {};
    const rival = rivalOf(rows, index);
    const row = rows[index];
    if (!rival || !row) return;
    const { kind, text, remove } = row;
    this.set(rival.index, { kind, text, remove });
    this.close(index);
  }

  isInConflict(index: number): boolean {
    const row = this.form?.rows[index];
    return (
      row !== undefined &&
      !this.rival(index) &&
      isConflict(row, this.lookUp(row.key), this.#api.rule)
    );
  }

  discard(): void {
    if (!this.form || this.form.saving) return;
    this.discarded = this.form.rows.filter(isChanged);
    this.#put(this.form, []);
  }

  bringBack(): void {
    const { form, discarded } = this;
    this.discarded = [];
    if (form) this.#put(form, bringBack(form.rows, discarded));
  }

  keepMine(index: number): void {
    const row = this.form?.rows[index];
    if (!row) return;
    const current = this.lookUp(row.key);
    this.set(index, { from: current, remove: row.remove && current !== undefined });
  }

  async save(): Promise<void> {
    const { form } = this;
    if (!form || form.saving) return;
    const { data, success } = editSetSchema.safeParse({ rows: form.rows });
    if (!success || data.rows.some((row) => isConflict(row, this.lookUp(row.key), this.#api.rule)))
      return;
    const edits = toEdits(data.rows);
    if (edits.length > 0) await this.#save(form, edits);
  }

  /** Saves of this page for the customer that is open. */
  undoable(): SaveRecord[] {
    return this.history.filter(({ customerId }) => customerId === this.form?.customer.id);
  }

  /** Takes a save back, through the same comparison as any save; what was changed since opens as a conflict. */
  async undo(record: SaveRecord): Promise<void> {
    const { form } = this;
    if (!form || form.saving) return;
    const edits = undoOf(record);
    // A row in which nothing was typed would be left behind as an edit of what is taken back.
    const isUntouched = (row: EditRow) =>
      !isChanged(row) && edits.some(({ key }) => key === row.key);
    this.#put(
      form,
      form.rows.filter((row) => !isUntouched(row)),
    );
    await this.#save(form, edits, () => {
      const open = new Set(form.rows.map(({ key }) => key));
      const rows = edits.filter(({ key }) => !open.has(key)).map(rowOf);
      if (this.form === form) this.#put(form, [...form.rows, ...rows]);
    });
  }

  async #save(form: Form, edits: readonly Edit[], onConflict?: () => void): Promise<void> {
    form.saving = true;
    this.discarded = [];
    const answer = await this.#send(form.customer, edits);
    form.saving = false;
    if (!answer) return;
    if ('saved' in answer) return this.#saved(form, edits, answer.saved);
    if (answer.failed.code === 'conflict') onConflict?.();
    await this.#failed(form, answer.failed);
  }

  async #send({ id }: Customer, edits: readonly Edit[]): Promise<Answer | undefined> {
    const page = this.#page;
    let answer: Answer;
    this.#ear.sends(this, id, edits);
    try {
      answer = { saved: await saveEdits(this.#api, id, edits) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = { failed: error };
    }
    const heard = page === this.#page;
    this.#ear.hears(id, edits, answer, heard);
    return heard ? answer : undefined;
  }

  #saved(form: Form, edits: readonly Edit[], saved: Saved): void {
    const { customer, changes } = saved;
    const { id, name: customerName } = form.customer;
    if (changes.length > 0)
      this.history = [...this.history, { customerId: id, customerName, savedAt: 0, changes }];
    // The answer may arrive after the agent went on, when nothing keeps the draft up to date, or came back to another form.
    if (this.form?.customer.id === id) {
      this.form.rows = settled(this.form.rows, edits, saved);
      this.#show(this.form, customer);
    } else this.drafts.set(form.customer, settled(this.drafts.get(id), edits, saved));
  }

  async #failed(form: Form, { fields: { customer, movedTo } }: ApiError): Promise<void> {
    if (this.form !== form) return;
    if (customer) this.#show(form, customer);
    if (movedTo === undefined) return;
    this.#follow(form.customer.id, movedTo);
    await this.open(movedTo);
  }

  #follow(from: string, to: string): void {
    this.drafts.move(from, to);
    this.asked = to;
    this.#ear.moves(this, from, to);
  }

  /** The customer as he is now; what changed elsewhere flows into rows in which nothing was typed. */
  #show(form: Form, customer: Customer): void {
    form.customer = customer;
    const rows = form.rows.map((row) => {
      const current = this.lookUp(row.key);
      const outdated =
        row.from !== undefined && !isChanged(row) && !equalOrAbsent(current, row.from);
      return outdated && current !== undefined ? rowFor(row.key, current) : row;
    });
    this.#put(form, rows);
  }

  #put(form: Form, rows: readonly EditRow[]): void {
    form.rows = rows;
    this.drafts.set(form.customer, rows.filter(isChanged));
  }
}
