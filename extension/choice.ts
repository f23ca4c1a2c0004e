/** What the tab in front says. */
export interface TabNames {
  id: number | undefined;
  customerId: string | undefined;
}

/** Which customer is shown, and what is known beside. */
export interface Choice {
  shown?: string;
  tab?: TabNames;
  /** Profiles that Gladly merged: the one that is gone, and the one that has its data now. */
  survivors: ReadonlyMap<string, string>;
}

export const nothingChosen: Choice = { survivors: new Map() };

function survivorOf({ survivors }: Choice, customerId: string): string {
  const seen = new Set<string>();
  let id = customerId;
  while (!seen.has(id)) {
    seen.add(id);
    id = survivors.get(id) ?? id;
  }
  return id;
}

const show = (choice: Choice, customerId: string): Choice => ({
  ...choice,
  shown: survivorOf(choice, customerId),
});

/**
 * The last to name a customer wins: a tab that comes to the front or goes to another customer, or the agent. A tab that
 * names none takes nothing away, so that a profile stays while the agent looks something up; and a tab that only
 * moves about within its customer does not undo what the agent chose.
 */
export function onTab(choice: Choice, tab: TabNames): Choice {
  const isSame = choice.tab?.id === tab.id && choice.tab?.customerId === tab.customerId;
  const known = { ...choice, tab };
  return tab.customerId === undefined || isSame ? known : show(known, tab.customerId);
}

/** The agent pasted a customer, or went to one inside the panel. */
export const onPick = (choice: Choice, customerId: string): Choice => show(choice, customerId);

/** The panel shows the survivor by itself. */
export function onMerge(choice: Choice, from: string, to: string): Choice {
  const known = { ...choice, survivors: new Map(choice.survivors).set(from, to) };
  return choice.shown === undefined ? known : show(known, choice.shown);
}

/** `same`: the customer of the tab. `other`: not theirs. `kept`: the tab names nobody. */
export type Relation = 'same' | 'other' | 'kept';

/** How the customer shown stands to the tab in front. */
export function relationOf(choice: Choice): Relation {
  const named = choice.tab?.customerId;
  if (named === undefined) return 'kept';
  return survivorOf(choice, named) === choice.shown ? 'same' : 'other';
}
