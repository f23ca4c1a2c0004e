import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { DraftsElsewhere } from '#src/customer/DraftsElsewhere.tsx';
import { MayWriteContext } from '#src/customer/MayWriteContext.ts';
import { createSearchMemory } from '#src/customer/search/searchMemory.ts';
import { isPlainClick } from '#src/host/isPlainClick.ts';
import type { PageHost } from '#src/host/pageHost.ts';
import { useHostCustomer } from '#src/host/useHostCustomer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import type { Agent } from './agent.ts';
import { appText } from './appText.ts';
import './pages.css';

const SearchPage = lazy(async () => ({
  default: (await import('#src/customer/search/SearchPage.tsx')).SearchPage,
}));

/** After a step within the page, a keyboard or a screen reader goes on where the new content begins. */
function useFocusOnStep(customerId: string | undefined) {
  const element = useRef<HTMLElement>(null);
  const shown = useRef(customerId);
  useEffect(() => {
    if (shown.current === customerId) return;
    shown.current = customerId;
    // The search has given it to its box already.
    if (!element.current?.contains(document.activeElement)) element.current?.focus();
  }, [customerId]);
  return element;
}

const AgentMenu = lazy(async () => ({ default: (await import('./AgentMenu.tsx')).AgentMenu }));

interface StandalonePageProps {
  host: PageHost;
  /** Absent where nobody signs in. */
  agent?: Agent | undefined;
}

/** The way back to the search, and the agent: above the page, and only what there is of it. */
function PageBar({ onSearch, agent }: { onSearch?: () => void; agent: Agent | undefined }) {
  if (!onSearch && !agent) return null;
  return (
    <div className="page__bar">
      {onSearch && (
        <nav aria-label={appText.pages}>
          <a
            href="/"
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onSearch();
            }}
          >
            {appText.search}
          </a>
        </nav>
      )}
      {agent && (
        <Boundary fallback={null}>
          <Suspense>
            <AgentMenu name={agent.name} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}

/** `/`: finds a customer; `/?customer=ID`: shows one. */
export function StandalonePage({ host, agent }: StandalonePageProps) {
  const customerId = useHostCustomer(host);
  const [memory] = useState(createSearchMemory);
  const main = useFocusOnStep(customerId);
  const isSearch = customerId === undefined;
  return (
    <div className="page">
      <PageBar {...(!isSearch && { onSearch: () => host.open(undefined) })} agent={agent} />
      {/* Another element for each, so that the focus goes to the one that is new. */}
      <main key={String(isSearch)} ref={main} tabIndex={-1}>
        <DraftsElsewhere customerId={customerId} onOpen={host.openCustomer} />
        {isSearch ? (
          <Suspense fallback={<p role="status">{appText.opening}</p>}>
            <SearchPage memory={memory} onOpen={host.open} />
          </Suspense>
        ) : (
          <MayWriteContext value={agent?.mayWrite ?? true}>
            <CustomerPanel customerId={customerId} onRedirected={host.customerRedirected} />
          </MayWriteContext>
        )}
      </main>
    </div>
  );
}
