import { readOrigin, type OriginProblem } from './origins.ts';

/** An id as Gladly writes it. Checked here, because what an address or an agent says becomes part of another address. */
const idPattern = /^[A-Za-z0-9_-]{1,49}$/;
const longest = 500;
/** The named group, where no backslash makes it plain text and no longer name begins so. */
const customerGroup = /(?<!\\):customer(?![\p{ID_Continue}$\u200c\u200d])/u;

/** How the desktop addresses a customer. */
export interface CustomerAddress {
  /** As it is written, in the syntax of the platform's `URLPattern`. */
  pattern: string;
  /** The one origin whose pages it is about. */
  origin: string;
  /** The id in an address that fits; `undefined` for any other, and for one whose id is none of Gladly's. */
  idIn: (address: string) => string | undefined;
}

export type AddressProblem = OriginProblem | 'no-customer' | 'too-long';

/** Whether the text is an id as Gladly writes one; whether there is such a customer is another question. */
export const isCustomerId = (text: string): boolean => idPattern.test(text);

function parse(pattern: string): URLPattern | undefined {
  try {
    return new URLPattern(pattern);
  } catch {
    return undefined;
  }
}

/**
 * Reads a pattern such as `https://acme.gladly.com/customer/:customer`. The group named `customer` may stand in the path, the
 * query or the fragment; scheme, host and port are plain, because the browser is asked for exactly that site.
 */
export function readCustomerAddress(text: string): CustomerAddress | { problem: AddressProblem } {
  const pattern = text.trim();
  if (pattern.length > longest) return { problem: 'too-long' };
  const parsed = parse(pattern);
  if (!parsed) return { problem: 'not-an-address' };
  const read = readOrigin(parsed);
  if ('problem' in read) return read;
  if (![parsed.pathname, parsed.search, parsed.hash].some((part) => customerGroup.test(part)))
    return { problem: 'no-customer' };
  return {
    pattern,
    origin: read.origin,
    idIn(address) {
      const match = parsed.exec(address);
      if (!match) return undefined;
      const found = [match.pathname, match.search, match.hash].map(
        ({ groups }) => groups['customer'],
      );
      return found.find((id) => id !== undefined && isCustomerId(id));
    },
  };
}

/** The customer that the address of a page names, by the first pattern that finds one. */
export function customerIn(
  addresses: readonly CustomerAddress[],
  page: string | undefined,
): string | undefined {
  if (page === undefined) return undefined;
  for (const { idIn } of addresses) {
    const id = idIn(page);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The panel's own pages name their customer in the query; agents share such links. */
function idInPanelLink(panelOrigin: string, text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, searchParams } = new URL(text);
  const id = searchParams.get('customer');
  return origin === panelOrigin && id !== null && isCustomerId(id) ? id : undefined;
}

/** The customer that an agent means by what they paste: an id, a link of the desktop, or one of the panel itself. */
export function readPasted(
  addresses: readonly CustomerAddress[],
  panelOrigin: string,
  pasted: string,
): string | undefined {
  const text = pasted.trim();
  if (isCustomerId(text)) return text;
  return customerIn(addresses, text) ?? idInPanelLink(panelOrigin, text);
}
