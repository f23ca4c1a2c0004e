import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createCustomerApi } from '#src/customer/api.ts';
import { ApiProvider } from '#src/customer/ApiContext.tsx';
import { createDrafts } from '#src/customer/attributes/drafts.ts';
import { DraftsProvider } from '#src/customer/attributes/DraftsContext.ts';
import { createFrameHost } from '#src/host/frameHost.ts';
import { createPageHost } from '#src/host/pageHost.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { CrashedPage } from './CrashedPage.tsx';
import { draftStorage } from './draftStorage.ts';
import { EmbedPage } from './EmbedPage.tsx';
import { guardUnload } from './guardUnload.ts';
import { createQueryClient } from './queryClient.ts';
import { StandalonePage } from './StandalonePage.tsx';

const AgentDesktop = lazy(async () => ({
  default: (await import('./desktop/AgentDesktop.tsx')).AgentDesktop,
}));

/** What lives as long as the page: the way to the server, what was fetched, what was typed. */
function Services({ children }: { children: ReactNode }) {
  const [services] = useState(() => {
    const drafts = createDrafts(draftStorage(window));
    guardUnload(window, drafts);
    const api = createCustomerApi((input, init) => fetch(input, init));
    return { api, drafts, queryClient: createQueryClient() };
  });
  return (
    <QueryClientProvider client={services.queryClient}>
      <ApiProvider value={services.api}>
        <DraftsProvider value={services.drafts}>{children}</DraftsProvider>
      </ApiProvider>
    </QueryClientProvider>
  );
}

/** The page that an address stands for. */
function pageAt(path: string): ReactNode {
  if (path === '/host')
    return (
      <Suspense>
        <AgentDesktop />
      </Suspense>
    );
  if (path === '/embed') return <EmbedPage host={createFrameHost(window)} />;
  return <StandalonePage host={createPageHost(window)} />;
}

export function App() {
  const [page] = useState(() => pageAt(window.location.pathname));
  return (
    <Boundary fallback={<CrashedPage />}>
      <Services>{page}</Services>
    </Boundary>
  );
}
