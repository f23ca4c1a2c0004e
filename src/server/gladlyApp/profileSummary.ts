import type { Customer } from '#src/contract/customer.ts';
import { isDateTime } from '#src/contract/dateTime.ts';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { AttributeRules } from '#src/contract/definitions/rules.ts';
import { gladlyAppText as text } from './gladlyAppText.ts';
import { labelOf, wordsFor } from './glance.ts';
import { oneLine } from './oneLine.ts';

interface Fact {
  label: string;
  value: string;
}

/** What the card shows, as `gladly-app/data/data_schema.graphql` has it. Nothing else leaves this server for it. */
export interface ProfileSummary {
  id: string;
  reach: string;
  facts: Fact[];
  toCheck: number;
  changedAt: string | null;
  readAt: string;
  profileUrl: string;
}

/** Which channels there are, each once, and that there is none for SMS where there is a number. */
function reachOf({ channels = [], phones = [] }: Customer): string {
  const types = new Set(channels.flatMap(({ type }) => type || []));
  const names = [...types].map((type) => text.channels[type] ?? oneLine(type));
  if (names.length === 0) return text.nobody;
  return [...names, ...(phones.length > 0 && !types.has('SMS') ? [text.noSms] : [])].join(', ');
}

/** What Gladly's DateTime takes for certain: a moment of RFC 3339 in capital letters. */
function momentOf(written: string | undefined): string | null {
  const isMoment = written !== undefined && isDateTime(written) && /T.*(Z|:\d\d)$/.test(written);
  return isMoment && !Number.isNaN(Date.parse(written)) ? written : null;
}

/** The address of the panel for a customer; an id is all that it carries. */
export const profileUrl = (publicOrigin: string, id: string) =>
  `${publicOrigin}/?customer=${encodeURIComponent(id)}`;

/** How much an agent has to look at: values that break the brand's rules, and parts that could not be read. */
function countToCheck(customer: Customer, rules: AttributeRules): number {
  const broken = (customer.customAttributes ?? []).filter(
    ({ key, json }) => rules.check(key, json).length > 0,
  );
  return broken.length + (customer.unreadable ?? []).length;
}

export function summarize(
  customer: Customer,
  glance: readonly Definition[],
  rules: AttributeRules,
  publicOrigin: string,
  now: Date,
): ProfileSummary {
  const values = new Map(customer.customAttributes?.map(({ key, json }) => [key, json]));
  const facts = glance.flatMap((definition): Fact[] => {
    const words = wordsFor(definition, values.get(definition.key));
    if (words === undefined) return [];
    return [{ label: oneLine(labelOf(definition)), value: oneLine(words) }];
  });
  return {
    id: customer.id,
    reach: reachOf(customer),
    facts,
    toCheck: countToCheck(customer, rules),
    changedAt: momentOf(customer.modifiedAt),
    readAt: now.toISOString(),
    profileUrl: profileUrl(publicOrigin, customer.id),
  };
}
