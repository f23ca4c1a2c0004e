import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { rowJson } from '#src/customer/attributes/editing/editRow.ts';
import type { EditRow } from '#src/customer/attributes/editing/rowSchema.ts';
import { valuesOf } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import type { Agent } from './agent.ts';

const same = (a: EditRow, b: EditRow) =>
  a.key === b.key &&
  a.from === b.from &&
  a.kind === b.kind &&
  a.text === b.text &&
  a.remove === b.remove;

/** Whether what an agent wants by a row is just this value; a text that is no JSON yet is no value. */
function wants(row: EditRow, value: string | undefined): boolean {
  if (row.remove || value === undefined) return row.remove && value === undefined;
  try {
    return equalOrAbsent(rowJson(row), value);
  } catch {
    return false;
  }
}

/**
 * Whether a row says anything that its agent would miss; said anew here, for the product's own word on it
 * decides what becomes a draft and an edit.
 */
export function isTyped(row: EditRow): boolean {
  if (row.from !== undefined) return !wants(row, row.from);
  return !row.remove && (row.key !== '' || row.text !== '' || row.kind !== 'text');
}

const isUnnamed = ({ key, from }: EditRow) => key === '' && from === undefined;

/** Two rows for one attribute. */
const isRival = (row: EditRow, other: EditRow) =>
  row.key === other.key && !isUnnamed(row) && !isUnnamed(other);

const isTakenAlong = (row: EditRow, own: readonly EditRow[]) =>
  !own.some((other) => other.key === row.key && same({ ...other, from: row.from }, row));

/**
 * What one agent typed and was not told is saved, by customer: kept by what was done and reported, not by
 * the product's code, which must still have all of it. A row's `from` is what its agent last knew of.
 */
export class Expectations {
  readonly #rows = new Map<string, readonly EditRow[]>();
  #discarded: readonly EditRow[] = [];

  of(customerId: string): readonly EditRow[] {
    return this.#rows.get(customerId) ?? [];
  }

  /** The agent typed: one row became another. One that is as it was opened counts while its save is under way. */
  typed(customerId: string, before: EditRow | undefined, after: EditRow | undefined): void {
    const rows = this.of(customerId);
    const at = rows.findIndex((row) => before && same(row, before));
    const others = at < 0 ? rows : rows.toSpliced(at, 1);
    this.#rows.set(customerId, after ? [...others, after] : others);
  }

  /** Rows that are as they were opened are nothing typed, once no answer is due that could make more of them. */
  forgetUnchanged(customerId: string): void {
    this.#rows.set(customerId, this.of(customerId).filter(isTyped));
  }

  /** Told without a clear answer what is there, the agent has still seen nothing but what the edit began from. */
  reported(
    customerId: string,
    edits: readonly Edit[],
    { customer, results, unclear }: SaveResult,
  ): void {
    const there = valuesOf(customer.customAttributes);
    const all = this.of(customerId);
    const rows = all.flatMap((row): EditRow[] => {
      const edit = edits.find(({ key }) => key === row.key);
      const result = results.find(({ key }) => key === row.key);
      if (!edit || !result || isUnnamed(row)) return [row];
      const isSaved = result.outcome === 'saved';
      if (isSaved && wants(row, edit.to)) return [];
      if (!isSaved && unclear) return [row];
      // Of two for one attribute, that which is new stays so until its agent chooses.
      if (row.from === undefined && all.some((other) => other !== row && isRival(other, row)))
        return [row];
      const { from: _, ...rest } = row;
      // Written otherwise than it was sent, perhaps: a removal as an empty text, 1 as 1.00.
      const from = there.get(edit.key);
      return [from === undefined ? rest : { ...rest, from }];
    });
    this.#rows.set(customerId, rows);
  }

  /** Thrown away on purpose, which {@link broughtBack} takes back. */
  discarded(customerId: string): void {
    this.#discarded = this.of(customerId).filter(isTyped);
    this.#rows.delete(customerId);
  }

  /** Beside what was typed since for the same attribute, a text comes back as a new one to choose. */
  broughtBack(customerId: string): void {
    const own = this.of(customerId);
    const back = this.#discarded.flatMap(({ from, ...row }): EditRow[] => {
      const old = from === undefined ? row : { ...row, from };
      const rivals = own.filter((other) => isTyped(other) && isRival(other, old));
      if (rivals.some((other) => row.remove || same({ ...other, from }, old))) return [];
      return [rivals.some((other) => other.from !== undefined) ? row : old];
    });
    this.#discarded = [];
    this.#rows.set(customerId, [...own, ...back]);
  }

  /** Of two texts for one attribute, that of the merged profile goes on as a new attribute to be chosen or closed. */
  moved(from: string, to: string): void {
    const own = this.of(to).filter(isTyped);
    const coming = this.of(from).filter((row) => isTyped(row) && isTakenAlong(row, own));
    const rows = coming.map((row): EditRow => {
      const { from: _, ...asNew } = row;
      return own.some((other) => isRival(other, row)) ? asNew : row;
    });
    this.#rows.delete(from);
    this.#rows.set(to, [...own, ...rows.filter(isTyped)]);
  }

  /** Rows for one attribute of which the page shows only one: one that is not new hides another. */
  hidden({ form, drafts }: Agent): EditRow[] {
    const lists = [form?.rows ?? [], ...drafts.list().map(({ rows }) => rows)];
    return lists.flatMap((list) => {
      const old = list.filter(({ from }) => from !== undefined);
      return old.filter((row) => old.some((other) => other !== row && other.key === row.key));
    });
  }

  /** Open rows that would be saved although nobody typed them. */
  extra({ form }: Agent): EditRow[] {
    if (!form) return [];
    const expected = this.of(form.customer.id);
    return form.rows.filter((row) => isTyped(row) && !expected.some((other) => same(other, row)));
  }

  /** What is missing of it in the agent's open rows and drafts, wherever these went with a merged profile. */
  missing(agent: Agent, survivor: (id: string) => string): EditRow[] {
    return [...this.#rows].flatMap(([id, rows]) => {
      const drafts = agent.drafts
        .list()
        .filter((draft) => survivor(draft.customerId) === survivor(id));
      const { form } = agent;
      const open = form && survivor(form.customer.id) === survivor(id) ? form.rows : [];
      const stock = [...open];
      for (const row of drafts.flatMap((draft) => draft.rows))
        if (!open.some((other) => same(other, row))) stock.push(row);
      return rows.filter(isTyped).filter((row) => {
        const at = stock.findIndex((other) => same(other, row));
        if (at >= 0) stock.splice(at, 1);
        return at < 0;
      });
    });
  }
}
