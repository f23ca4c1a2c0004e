import { useId, type MouseEvent } from 'react';
import { isPlainClick } from '#src/host/isPlainClick.ts';
import type { Customer } from '#src/contract/customer.ts';
import type { Interpretation } from './interpret.ts';
import type { Match } from './searchOutcome.ts';
import { searchText } from './searchText.ts';

interface SearchResultProps {
  match: Match;
  onOpen: (customer: Customer) => void;
}

const mostShown = 3;

interface Entry {
  original?: string | undefined;
  normalized?: string | undefined;
  primary?: boolean | undefined;
}

/** What was searched for comes first, then the primary one: the eye looks for one of them. */
function inOrder(entries: readonly Entry[], by: readonly Interpretation[]): string[] {
  const rank = ({ normalized, primary }: Entry) =>
    by.some(({ value }) => value === normalized) ? 0 : primary ? 1 : 2;
  const texts = entries
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ original, normalized }) => original?.trim() || normalized || []);
  return [...new Set(texts)];
}

function Points({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const hidden = texts.length - mostShown;
  return (
    <p className="search__points">
      {texts.slice(0, mostShown).map((text) => (
        <bdi key={text} className="search__point">
          {text}
        </bdi>
      ))}
      {hidden > 0 && <span className="search__note">{searchText.more(hidden)}</span>}
    </p>
  );
}

/**
 * One customer as a link to its page, which reaches over the whole item; its name is the customer's
 * alone, so that a list of links can be skimmed by ear. A plain click stays in this page.
 */
export function SearchResult({ match: { customer, by }, onOpen }: SearchResultProps) {
  const id = useId();
  const emails = inOrder(customer.emails ?? [], by);
  const phones = inOrder(customer.phones ?? [], by);
  const name = customer.name?.trim() || emails[0] || phones[0] || searchText.noName;
  const merged = by.filter((one) => one.by === 'id' && one.value !== customer.id);

  function click(event: MouseEvent) {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(customer);
  }

  return (
    <div className="search__result">
      <a
        className="search__name"
        // The words themselves are silent while personal data is hidden on the screen.
        aria-label={name}
        href={`/?customer=${encodeURIComponent(customer.id)}`}
        aria-describedby={`${id}-details`}
        onClick={click}
      >
        <bdi>{name}</bdi>
      </a>
      <div id={`${id}-details`} className="search__details">
        <Points texts={emails.filter((text) => text !== name)} />
        <Points texts={phones.filter((text) => text !== name)} />
        <p className="search__note">
          {searchText.gladlyId} <bdi className="search__id">{customer.id}</bdi>
        </p>
        <p className="search__note">{searchText.foundBy(by)}</p>
        {merged.map(({ value }) => (
          <p key={value} className="search__note">
            {searchText.merged(value)}
          </p>
        ))}
      </div>
    </div>
  );
}
