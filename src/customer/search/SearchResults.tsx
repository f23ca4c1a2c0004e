import type { Customer } from '#src/contract/customer.ts';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { SearchResult } from './SearchResult.tsx';
import type { SearchOutcome } from './searchOutcome.ts';
import { searchText } from './searchText.ts';

interface SearchResultsProps {
  outcome: SearchOutcome;
  preparing: boolean;
  onOpen: (customer: Customer) => void;
}

function ResultSkeleton() {
  return (
    <div className="search__skeleton">
      <Skeleton width="medium" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </div>
  );
}

/** The customers found. Held back until every first answer is there, so that no row moves under the pointer. */
export function SearchResults({ outcome, preparing, onOpen }: SearchResultsProps) {
  if (preparing || outcome.progress === 'searching') return <ResultSkeleton />;
  return (
    <>
      {outcome.matches.length > 0 && (
        <ul className="search__results" aria-label={searchText.results}>
          {outcome.matches.map((match) => (
            <li key={match.customer.id}>
              <SearchResult match={match} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {outcome.progress === 'retrying' && <ResultSkeleton />}
    </>
  );
}
