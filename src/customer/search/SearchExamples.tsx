import { searchText } from './searchText.ts';

/** What can be pasted, for a page that has nothing else to show. */
export function SearchExamples() {
  return (
    <section className="search__section">
      <h2 className="search__heading">{searchText.examplesTitle}</h2>
      <dl className="search__examples">
        {searchText.examples.map(({ what, such }) => (
          <div key={what} className="search__example">
            <dt className="search__what">{what}</dt>
            {such.map((example) => (
              <dd key={example} className="search__such">
                {example}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
