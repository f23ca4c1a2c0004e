import { lazy, Suspense, useEffect, useRef, useState, type MouseEvent } from 'react';
import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { DraftsElsewhere } from '#src/customer/DraftsElsewhere.tsx';
import { createSearchMemory } from '#src/customer/search/searchMemory.ts';
import type { PageHost } from '#src/host/pageHost.ts';
import { useHostCustomer } from '#src/host/useHostCustomer.ts';
import { appText } from './appText.ts';
import './pages.css';

const SearchPage = lazy(async () => ({
  default: (await import('#src/customer/search/SearchPage.tsx')).SearchPage,
}));

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** After a step within the page, a keyboard or a screen reader goes on where the new content begins. */
function useFocusOnStep(customerId: string | undefined) {
  const element = useRef<HTMLElement>(null);
  const shown = useRef(customerId);
  useEffect(() => {
    if (shown.current === customerId) return;
    shown.current = customerId;
    element.current?.focus();
  }, [customerId]);
  return element;
}

/** `/`: finds a customer; `/?customer=ID`: shows one. */
export function StandalonePage({ host }: { host: PageHost }) {
  const customerId = useHostCustomer(host);
  const [memory] = useState(createSearchMemory);
  const main = useFocusOnStep(customerId);
  if (customerId === undefined)
    return (
      <main ref={main} tabIndex={-1} className="page">
        <DraftsElsewhere customerId={customerId} onOpen={host.openCustomer} />
        <Suspense fallback={<p role="status">{appText.opening}</p>}>
          <SearchPage memory={memory} onOpen={host.open} />
        </Suspense>
      </main>
    );
  return (
    <div className="page">
      <nav aria-label={appText.pages} className="page__nav">
        <a
          href="/"
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            host.open(undefined);
          }}
        >
          {appText.search}
        </a>
      </nav>
      <main ref={main} tabIndex={-1}>
        <DraftsElsewhere customerId={customerId} onOpen={host.openCustomer} />
        <CustomerPanel customerId={customerId} onRedirected={host.customerRedirected} />
      </main>
    </div>
  );
}
