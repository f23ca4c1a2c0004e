import type { EditRow } from '#src/customer/attributes/editing/rowSchema.ts';
import { isTyped } from './expectations.ts';
import type { Desk } from './step.ts';
import { typed } from './values.ts';

/** Lets an agent do something to a row, and notes what must now be there. */
export function change(
  { agent, expected }: Desk,
  index: number,
  act: () => void,
  after: (row: EditRow) => EditRow | undefined,
): void {
  const { form } = agent;
  const before = form?.rows[index];
  if (!form || !before) return;
  act();
  const wanted = after(before);
  // What is as it was opened is nothing typed, but for a save on its way that will make it differ.
  const counts = wanted && (isTyped(wanted) || form.saving);
  expected.typed(form.customer.id, before, counts ? wanted : undefined);
}

export const indexIn = ({ agent }: Desk, row: number) => {
  const count = agent.form?.rows.length ?? 0;
  return count === 0 ? -1 : row % count;
};

export function type(desk: Desk, row: number, choice: number): void {
  const index = indexIn(desk, row);
  const kind = desk.agent.form?.rows[index]?.kind ?? 'text';
  const text = typed(kind, choice);
  change(
    desk,
    index,
    () => desk.agent.set(index, { text }),
    (before) => ({ ...before, text }),
  );
}

/** Types into an attribute that is there, opening it for editing when it is not. */
export function typeIntoAttribute(desk: Desk, attribute: number, choice: number): void {
  const { agent } = desk;
  const list = agent.form?.customer.customAttributes ?? [];
  const name = list[attribute % Math.max(1, list.length)]?.key;
  if (name === undefined) return;
  const find = () =>
    agent.form?.rows.findIndex((row) => row.key === name && row.from !== undefined);
  if (find() === -1) agent.edit(name);
  type(desk, find() ?? 0, choice);
}

export function setRemove(desk: Desk, row: number): void {
  const index = indexIn(desk, row);
  const before = desk.agent.form?.rows[index];
  if (before?.from === undefined) return;
  const remove = !before.remove;
  change(
    desk,
    index,
    () => desk.agent.set(index, { remove }),
    (old) => ({ ...old, remove }),
  );
}

/** Nothing typed counts any more that is as it was opened: leaving keeps changed rows alone. */
export function leave({ agent, expected }: Desk): void {
  if (agent.form) expected.forgetUnchanged(agent.form.customer.id);
}

export async function open(desk: Desk, id: string): Promise<void> {
  leave(desk);
  await desk.agent.open(id);
}
