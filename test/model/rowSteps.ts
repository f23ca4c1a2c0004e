import fc from 'fast-check';
import { rowKinds } from '#src/customer/attributes/editing/rowSchema.ts';
import type { Office } from './office.ts';
import { isTyped } from './expectations.ts';
import { at, desk, given as record, hasForm, step, type Command, type Desk } from './step.ts';
import { change, indexIn, setRemove, type, typeIntoAttribute } from './typing.ts';
import { key, typed } from './values.ts';

const withRow = record({ who: at, row: at, choice: at });

const hasRow = (who: number) => (office: Readonly<Office>) =>
  (office.desk(who).agent.form?.rows.length ?? 0) > 0;

/** What an agent does to the rows that are open. */
export const rowSteps: fc.Arbitrary<Command>[] = [
  withRow.map((given) =>
    step(
      'type',
      given,
      (office) => typeIntoAttribute(office.desk(given.who), given.row, given.choice),
      hasForm(given.who),
    ),
  ),
  withRow.map((given) =>
    step(
      'typeOn',
      given,
      (office) => type(office.desk(given.who), given.row, given.choice),
      hasRow(given.who),
    ),
  ),
  record({ who: at, name: fc.option(key, { nil: '' }), choice: at }).map((given) =>
    step(
      'add',
      given,
      (office) => {
        const chosen = office.desk(given.who);
        const { agent } = chosen;
        agent.add();
        const text = typed('text', given.choice);
        const fields = { key: given.name, text };
        change(
          chosen,
          0,
          () => agent.set(0, fields),
          (row) => ({ ...row, ...fields }),
        );
      },
      hasForm(given.who),
    ),
  ),
  withRow.map((given) =>
    step(
      'remove',
      given,
      (office) => setRemove(office.desk(given.who), given.row),
      hasRow(given.who),
    ),
  ),
  record({ who: at, row: at, kind: fc.constantFrom(...rowKinds) }).map((given) =>
    step(
      'kind',
      given,
      (office) => {
        const chosen = office.desk(given.who);
        const { agent } = chosen;
        const index = indexIn(chosen, given.row);
        change(
          chosen,
          index,
          () => agent.setKind(index, given.kind),
          // The words in the control may be laid out anew: what they become is the product's to say.
          () => agent.form?.rows[index],
        );
      },
      hasRow(given.who),
    ),
  ),
  withRow.map((given) =>
    step(
      'close',
      given,
      (office) => {
        const chosen = office.desk(given.who);
        const index = indexIn(chosen, given.row);
        change(
          chosen,
          index,
          () => chosen.agent.close(index),
          () => undefined,
        );
      },
      hasRow(given.who),
    ),
  ),
  withRow.map((given) =>
    step(
      given.choice % 2 === 0 ? 'keepMine' : 'takeTheirs',
      given,
      (office) => decide(office.desk(given.who), given.row, given.choice % 2 === 0),
      (office) =>
        office
          .desk(given.who)
          .agent.form?.rows.some((_, row) => office.desk(given.who).agent.isInConflict(row)) ??
        false,
    ),
  ),
  withRow.map((given) =>
    step('useThis', given, (office) => useThis(office.desk(given.who)), hasRival(given.who)),
  ),
];

const rivals = ({ agent }: Desk) =>
  [...(agent.form?.rows.keys() ?? [])].filter((index) => agent.rival(index));

const hasRival = (who: number) => (office: Readonly<Office>) => rivals(office.desk(who)).length > 0;

/** Of two rows for one attribute, the new one is chosen; closing it is a step of its own. */
function useThis(chosen: Desk): void {
  const { agent, expected } = chosen;
  const [index = -1] = rivals(chosen);
  const row = agent.form?.rows[index];
  const other = agent.rival(index);
  if (!agent.form || !row || !other) return;
  const { kind, text, remove } = row;
  const after = { ...other, kind, text, remove };
  agent.useThis(index);
  expected.typed(agent.form.customer.id, row, undefined);
  expected.typed(agent.form.customer.id, other, isTyped(after) ? after : undefined);
}

/** Discards everything and, later, brings it back. */
export const discardSteps: fc.Arbitrary<Command>[] = [
  desk.map(({ who }) =>
    step(
      'discard',
      who,
      (office) => {
        const { agent, expected } = office.desk(who);
        if (!agent.form) return;
        agent.discard();
        expected.discarded(agent.form.customer.id);
      },
      (office) => office.desk(who).agent.form?.rows.some(isTyped) ?? false,
    ),
  ),
  desk.map(({ who }) =>
    step(
      'bringBack',
      who,
      (office) => {
        const { agent, expected } = office.desk(who);
        if (!agent.form) return;
        agent.bringBack();
        expected.broughtBack(agent.form.customer.id);
      },
      (office) => office.desk(who).agent.discarded.length > 0,
    ),
  ),
];

function decide(chosen: Desk, place: number, mine: boolean): void {
  const { agent } = chosen;
  const conflicts = [...(agent.form?.rows.keys() ?? [])].filter((index) =>
    agent.isInConflict(index),
  );
  const index = conflicts[place % Math.max(1, conflicts.length)] ?? -1;
  if (!mine)
    return change(
      chosen,
      index,
      () => agent.close(index),
      () => undefined,
    );
  change(
    chosen,
    index,
    () => agent.keepMine(index),
    (row) => {
      const { from: _, ...rest } = row;
      const current = agent.lookUp(rest.key);
      return current === undefined ? { ...rest, remove: false } : { ...rest, from: current };
    },
  );
}
