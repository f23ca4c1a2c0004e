import { useEffect, useRef, type FormEvent } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { Field } from '#src/ui/Field.tsx';
import { SearchKeys } from '../keys/SearchKeys.tsx';
import { SearchExamples } from './SearchExamples.tsx';
import { SearchFailures } from './SearchFailures.tsx';
import type { SearchMemory } from './searchMemory.ts';
import { loadPhoneReader } from './phoneReader.ts';
import { SearchResults } from './SearchResults.tsx';
import { SearchStatus } from './SearchStatus.tsx';
import { searchText } from './searchText.ts';
import { useSearch } from './useSearch.ts';
import './search.css';

export interface SearchPageProps {
  /** Made once by the parent with `createSearchMemory()`: outlives this component while a customer is open. */
  memory: SearchMemory;
  onOpen: (id: string) => void;
}

/** A submit loads it again and says what is missing without it. */
const loadAhead = () => void loadPhoneReader().catch(() => undefined);

/**
 * Finds a customer by whatever the agent pastes. Calls `onOpen` when one is chosen, and by itself
 * after a submit that led to exactly one. Needs an `ApiProvider` and a `QueryClientProvider`.
 */
export function SearchPage({ memory, onOpen }: SearchPageProps) {
  const { text, submitted, outcome, preparing, submit, open } = useSearch(memory, onOpen);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // Only where nothing else has the focus, as after opening the page or coming back to it.
    if (!document.activeElement?.contains(input.current)) return;
    input.current?.focus({ preventScroll: true });
    // What was looked for makes way for the next customer.
    input.current?.select();
  }, []);

  function search(event: FormEvent) {
    event.preventDefault();
    void submit();
  }

  return (
    <div className="search">
      <h1 className="search__title">{searchText.title}</h1>
      <form role="search" className="search__form" onSubmit={search}>
        <Field label={searchText.label} hint={searchText.hint}>
          {(control) => (
            <input
              {...control}
              ref={input}
              type="search"
              enterKeyHint="search"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              dir="auto"
              value={text}
              onFocus={loadAhead}
              onChange={(event) => {
                loadAhead();
                memory.set({ ...memory.get(), text: event.target.value });
              }}
            />
          )}
        </Field>
        <Button look="primary" type="submit">
          {searchText.submit}
        </Button>
      </form>
      <SearchStatus submitted={submitted} outcome={outcome} preparing={preparing} />
      <SearchFailures failures={outcome.failures} onRetry={() => input.current?.focus()} />
      <SearchResults outcome={outcome} preparing={preparing} onOpen={open} />
      {!preparing && !submitted?.interpretations.length && <SearchExamples />}
      <SearchKeys />
    </div>
  );
}
