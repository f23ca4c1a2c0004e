import { Notice } from '#src/ui/Notice.tsx';
import { mostFound, type SearchOutcome } from './searchOutcome.ts';
import type { Submitted } from './searchMemory.ts';
import { searchText } from './searchText.ts';

interface SearchStatusProps {
  submitted: Submitted | undefined;
  outcome: SearchOutcome;
  preparing: boolean;
}

function headline({ submitted, outcome, preparing }: SearchStatusProps): string | undefined {
  if (preparing) return searchText.searching;
  if (!submitted) return undefined;
  if (submitted.refusal) return searchText.refusals[submitted.refusal];
  const { progress, busy, matches, failures } = outcome;
  if (progress !== 'done') {
    const rest = busy ? searchText.waiting : searchText.searching;
    return progress === 'retrying' && matches.length > 0
      ? `${searchText.foundSoFar(matches.length)} ${rest}`
      : rest;
  }
  if (failures.length > 0) return searchText.foundOfFailed(matches.length);
  return matches.length > 0 ? searchText.found(matches.length) : searchText.none;
}

function advice({ submitted, outcome }: SearchStatusProps): string[] {
  if (outcome.mayBeMore) return [searchText.mayBeMore(mostFound)];
  const nothing = outcome.matches.length === 0 && outcome.failures.length === 0;
  if (!submitted || outcome.progress !== 'done' || !nothing) return [];
  const external = submitted.interpretations.some(({ by }) => by === 'externalCustomerId');
  const letters = external && /^\p{L}+$/u.test(submitted.text.trim());
  return [
    ...(external ? [searchText.noneByExternalId] : []),
    ...(letters ? [searchText.noneByName] : []),
  ];
}

/** What was understood and what came of it. Always in the page, so that screen readers announce each change. */
export function SearchStatus(props: SearchStatusProps) {
  const { submitted, preparing } = props;
  const title = headline(props);
  const done = props.outcome.progress === 'done';
  const interpretations = preparing ? [] : (submitted?.interpretations ?? []);
  return (
    <>
      <div role="status" className="search__status">
        {title && <p className="search__headline">{title}</p>}
        {interpretations.length > 0 && (
          <>
            <p className="search__note">{done ? searchText.searched : searchText.searchingFor}</p>
            <ul className="search__searched">
              {interpretations.map((one) => (
                <li key={`${one.by} ${one.value}`}>
                  <bdi>{searchText.interpretation(one)}</bdi>
                </li>
              ))}
            </ul>
            {advice(props).map((sentence) => (
              <p key={sentence} className="search__note">
                {sentence}
              </p>
            ))}
          </>
        )}
      </div>
      {submitted?.phonesUnread && (
        <Notice tone="caution" title={searchText.phonesUnreadTitle}>
          <p>{searchText.phonesUnread}</p>
        </Notice>
      )}
    </>
  );
}
