import type { Customer } from '#src/contract/customer.ts';
import { detailsText as details } from '../profile/detailsText.ts';
import type { ContactLine } from './contactLines.ts';
import { insightText } from './insightText.ts';
import { labelOf } from './lineText.ts';
import { numberOf } from './numbers.ts';

const text = insightText.asText;

/** Understood in every country, whoever it is pasted to. */
function valueOf(line: ContactLine): string {
  const number = numberOf(line);
  const value = number?.isPossible() ? number.formatInternational() : line.value;
  const extension = line.phones[0]?.extension;
  return extension ? value + text.extension(extension) : value;
}

/** Who this is and how to reach them, to paste into a message or a ticket. What is not known is left out. */
export function asText(customer: Customer, lines: readonly ContactLine[]): string {
  const { id, name, address, externalCustomerId, externalCustomerIds = [] } = customer;
  const ids = externalCustomerIds.map(({ key, json }) => {
    const value: unknown = JSON.parse(json);
    return `${details.externalIdIn(key)}: ${typeof value === 'string' ? value : json}`;
  });
  const all = [
    name,
    ...lines.map(
      (line) =>
        line.value && `${labelOf(line)}${line.primary ? text.primary : ''}: ${valueOf(line)}`,
    ),
    address && `${details.address}:\n${address}`,
    `${details.gladlyId}: ${id}`,
    externalCustomerId && `${details.externalId}: ${externalCustomerId}`,
    ...ids,
  ];
  return all.filter(Boolean).join('\n');
}
