import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createPageHost } from '#src/host/pageHost.ts';
import { Announcer } from '#src/ui/Announcer.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';
import { CrashedPage } from './CrashedPage.tsx';
import { EmbedPage } from './framed/EmbedPage.tsx';
import { ServicesProvider, type Services } from './services.tsx';
import { StandalonePage } from './StandalonePage.tsx';

const AgentDesktop = lazy(async () => ({
  default: (await import('./desktop/AgentDesktop.tsx')).AgentDesktop,
}));

/** The page that an address stands for. */
function pageAt(path: string, { frame, agent }: Services): ReactNode {
  if (path === '/host')
    return (
      <Suspense>
        <AgentDesktop />
      </Suspense>
    );
  if (frame) return <EmbedPage host={frame.host} />;
  return <StandalonePage host={createPageHost(window)} agent={agent} />;
}

export function App({ services }: { services: Services }) {
  const [page] = useState(() => pageAt(window.location.pathname, services));
  return (
    <Boundary fallback={<CrashedPage />}>
      <ServicesProvider {...services}>{page}</ServicesProvider>
      <Announcer />
    </Boundary>
  );
}
