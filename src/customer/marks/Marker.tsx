import { useMutationState, type MutationState } from '@tanstack/react-query';
import { use, useEffect, useMemo, useState } from 'react';
import type { Attribute, Customer } from '#src/contract/customer.ts';
import { compileRules } from '#src/contract/definitions/rules.ts';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { problemsText } from '../attributes/editing/inputs/problemsText.ts';
import { saveKey, type SaveRequest } from '../attributes/saveKey.ts';
import { DeviceContext } from '../DeviceContext.ts';
import { alikeKeys } from './alikeKeys.ts';
import { contactName, type Marks } from './MarksContext.ts';
import { createSeenStore, type SeenStore } from './seenStore.ts';

/** Everything of a profile that can change under an agent, as texts by name. */
function textsOf({ customAttributes = [], emails = [], phones = [] }: Customer) {
  const contacts = [...emails, ...phones].map(
    (point) =>
      [contactName(point.normalized || point.original || ''), JSON.stringify(point)] as const,
  );
  return new Map([...customAttributes.map(({ key, json }) => [key, json] as const), ...contacts]);
}

type Texts = ReturnType<typeof textsOf>;

function printsOf(texts: Texts, { print }: SeenStore): Map<string, number> {
  return new Map(Array.from(texts, ([name, text]) => [name, print(`${name}\0${text}`)]));
}

/** What this agent saves in this session, also while it is under way: it is no news to them. */
function useOwnEdits(customerId: string): readonly (readonly Edit[])[] {
  return useMutationState({
    filters: { mutationKey: saveKey(customerId) },
    // Only saves have this key.
    select: ({ state }) =>
      (state as MutationState<unknown, Error, SaveRequest>).variables?.edits ?? [],
  });
}

const nothing: ReadonlySet<string> = new Set();

/** The names whose fingerprints were not there when the customer was last seen. */
function useChanged({ customer, owner }: MarkerProps): ReadonlySet<string> {
  const device = use(DeviceContext);
  const seen = useMemo(() => device && createSeenStore(device, { owner }), [device, owner]);
  const [before] = useState(() => seen?.recall(customer.id));
  const own = useOwnEdits(customer.id);
  const texts = useMemo(() => textsOf(customer), [customer]);
  const prints = useMemo(() => seen && printsOf(texts, seen), [texts, seen]);
  useEffect(() => {
    if (prints) seen?.remember(customer.id, new Set(prints.values()));
  }, [seen, customer.id, prints]);
  return useMemo(() => {
    if (!before || !prints) return nothing;
    const edits = own.flat();
    const isNews = ([name, print]: [string, number]) =>
      !before.has(print) &&
      !edits.some(({ key, to }) => key === name && equalOrAbsent(to, texts.get(name)));
    return new Set([...prints].filter(isNews).map(([name]) => name));
  }, [before, prints, own, texts]);
}

/** Rules that the browser cannot compile mark nothing: the server, which could, still enforces them. */
function rulesOf(schema: string) {
  try {
    return compileRules(schema);
  } catch {
    return undefined;
  }
}

const noAttributes: Attribute[] = [];

/** The problems of the values that are there, as one text for each key. */
function useInvalid({ customAttributes = noAttributes }: Customer, schema: string) {
  const rules = useMemo(() => rulesOf(schema), [schema]);
  return useMemo(
    () =>
      new Map(
        customAttributes.flatMap(({ key, json }) => {
          const text = problemsText(rules?.check(key, json) ?? []);
          return text === undefined ? [] : [[key, text] as const];
        }),
      ),
    [customAttributes, rules],
  );
}

export interface MarkerProps {
  customer: Customer;
  /** The brand's JSON Schema as it is written. */
  schema: string;
  /** Whose memory of the customer counts, as the device knows the agent. */
  owner: string | undefined;
  onMarks: (marks: Marks) => void;
}

/** Finds out what is worth a second look, and renders nothing. For another customer or owner give it another `key`. */
export function Marker(props: MarkerProps) {
  const { customer, schema, onMarks } = props;
  const changed = useChanged(props);
  const invalid = useInvalid(customer, schema);
  const { customAttributes = noAttributes } = customer;
  const alike = useMemo(
    () => alikeKeys(customAttributes.map(({ key }) => key)),
    [customAttributes],
  );
  useEffect(() => {
    onMarks({ hasChanged: (name) => changed.has(name), invalid, alike });
  }, [changed, invalid, alike, onMarks]);
  return null;
}
