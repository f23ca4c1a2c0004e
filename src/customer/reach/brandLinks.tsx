import { use, useMemo } from 'react';
import * as z from 'zod/mini';
import type { Customer } from '#src/contract/customer.ts';
import { LinksContext } from './LinksContext.ts';

const linkTemplates = z.array(z.object({ label: z.string(), url: z.string(), for: z.string() }));

/** A page of the brand's about a contact point, a customer or an address; `{name}` in its `url` stands for a value. */
export type LinkTemplate = z.infer<typeof linkTemplates>[number];

/** Reads the templates that the server has checked and written into its page; none if this is something else. */
export function readLinks(json = '[]'): LinkTemplate[] {
  try {
    return linkTemplates.parse(JSON.parse(json));
  } catch {
    return [];
  }
}

type Values = Readonly<Record<string, string | undefined>>;

/** The address with every value percent-encoded; `undefined` where a value is missing, or would climb the path. */
export function fillLink(url: string, values: Values): string | undefined {
  let whole = true;
  const filled = url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    whole &&= !/^\.{0,2}$/.test(value);
    return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
  });
  return whole ? filled : undefined;
}

export interface BrandLinksProps {
  kind: string;
  customer: Customer;
  /** What the links are about, by placeholder, beside the customer's own. */
  values: Values;
}

/** The brand's links of one kind. */
export function BrandLinks({ kind, customer, values }: BrandLinksProps) {
  const { id, name, externalCustomerId: externalId } = customer;
  const json = use(LinksContext);
  const templates = useMemo(() => readLinks(json), [json]);
  return templates.map(({ label, url, for: subject }) => {
    const href = subject === kind && fillLink(url, { id, name, externalId, ...values });
    return (
      href && (
        <a
          key={label + url}
          className="brand-link"
          href={href}
          target="_blank"
          rel="noreferrer"
          data-keys="o l"
          aria-label={[label, ...Object.values(values)].join(' ')}
        >
          {label}
        </a>
      )
    );
  });
}
