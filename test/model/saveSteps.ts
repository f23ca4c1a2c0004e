import fc from 'fast-check';
import { isTyped } from './expectations.ts';
import type { Office } from './office.ts';
import { gates } from './saveLog.ts';
import { at, given as record, hasForm, step, type Desk } from './step.ts';
import { leave, open, setRemove, type, typeIntoAttribute } from './typing.ts';
import { foreignChange } from './values.ts';

/** What happens in the middle of a save, to the agent who saves or elsewhere. */
const interlude = record({
  at: fc.constantFrom(...gates),
  what: fc.constantFrom('typeOn', 'remove', 'switch', 'reload', 'change', 'merge', 'restart'),
  row: at,
  choice: at,
  foreign: foreignChange,
});
type Interlude = typeof interlude extends fc.Arbitrary<infer T> ? T : never;

function actIn(office: Office, chosen: Desk, given: Interlude, later: Promise<void>[]) {
  const { agent } = chosen;
  const id = agent.form?.customer.id ?? '';
  return async function act(): Promise<void> {
    switch (given.what) {
      case 'typeOn':
        return type(chosen, given.row, given.choice);
      case 'remove':
        return setRemove(chosen, given.row);
      case 'switch': {
        // Not awaited: the server may answer only after this save. Not a save's own request any more.
        const other = office.customer(given.choice);
        if (given.row % 2 === 1) type(chosen, given.row, given.choice);
        if (other !== id) later.push(office.upstream.running.exit(() => open(chosen, other)));
        return undefined;
      }
      case 'reload':
        leave(chosen);
        return agent.reload();
      case 'change':
        return office.upstream.change(id, given.foreign);
      case 'merge':
        return office.upstream.merge(id, office.customer(given.choice));
      case 'restart':
        return office.restart();
    }
  };
}

interface SaveGiven {
  who: number;
  rival: number | undefined;
  meanwhile: Interlude | undefined;
}

async function save(office: Office, { who, rival, meanwhile }: SaveGiven): Promise<void> {
  const chosen = office.desk(who);
  const other = rival === undefined ? undefined : office.desk(rival);
  const later: Promise<void>[] = [];
  const between = meanwhile && { at: meanwhile.at, act: actIn(office, chosen, meanwhile, later) };
  await Promise.all([
    office.save(chosen, between),
    other && other !== chosen && office.save(other),
  ]);
  await Promise.all(later);
  if (!chosen.agent.form) await chosen.agent.refresh();
}

const saveGiven = record({
  who: at,
  rival: fc.option(at, { nil: undefined }),
  meanwhile: fc.option(interlude, { nil: undefined }),
});

const isSavable = (who: number) => (office: Readonly<Office>) =>
  office.desk(who).agent.form?.rows.some(isTyped) ?? false;

export const saveStep = saveGiven.map((given) =>
  step('save', given, (office) => save(office, given), isSavable(given.who)),
);

/** Opens, types and saves at once: a run of single steps seldom gets so far. */
export const editAndSave = record({ given: saveGiven, row: at, choice: at, otherRow: at }).map(
  ({ given, row, choice, otherRow }) =>
    step(
      'editAndSave',
      { ...given, row, choice, otherRow },
      async (office) => {
        typeIntoAttribute(office.desk(given.who), row, choice);
        if (given.rival !== undefined)
          typeIntoAttribute(office.desk(given.rival), otherRow, choice + 1);
        await save(office, given);
      },
      hasForm(given.who),
    ),
);

export const undoStep = record({ who: at, choice: at }).map(({ who, choice }) =>
  step(
    'undo',
    { who, choice },
    (office) => office.undo(office.desk(who), choice),
    (office) => office.desk(who).agent.undoable().length > 0,
  ),
);
