import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createCustomerApi, readBrandDefinitions, type Fetch } from '#src/customer/api.ts';
import { ApiProvider } from '#src/customer/ApiContext.tsx';
import { createDrafts } from '#src/customer/attributes/drafts.ts';
import { DraftsProvider } from '#src/customer/attributes/DraftsContext.ts';
import { createViewStore, ViewContext } from '#src/customer/attributes/list/viewStore.ts';
import { DeviceContext } from '#src/customer/DeviceContext.ts';
import { customerQueries } from '#src/customer/queries.ts';
import { LinksContext } from '#src/customer/reach/LinksContext.ts';
import { SessionContext } from '#src/customer/SessionContext.ts';
import { readAgent } from './agent.ts';
import { deviceStorage } from './deviceStorage.ts';
import { draftStorage, followTab } from './draftStorage.ts';
import { guardUnload } from './guardUnload.ts';
import { openFrame } from './framed/openFrame.ts';
import { createQueryClient } from './queryClient.ts';

/**
 * What lives as long as the page: the way to the server, what was fetched, what was typed, how the agent
 * looks at it. Made before anything renders, since a browser takes its time for the first look into storage.
 */
export function createServices(page: Window) {
  const drafts = createDrafts(draftStorage(page));
  guardUnload(page, drafts);
  followTab(page, drafts);
  const device = deviceStorage(page);
  const root = page.document.documentElement;
  // As the agent left them. What a host chose stands there already, or comes later and takes its place.
  for (const name of ['density', 'masked']) {
    const kept = device?.getItem(name);
    if (kept) root.dataset[name] ??= kept;
  }
  const view = createViewStore(device);
  const own = (agentId: string) => {
    drafts.own(agentId);
    view.own(agentId);
  };
  const queryClient = createQueryClient();
  const direct: Fetch = (input, init) => fetch(input, init);
  const isPanelAlone = page.location.pathname.startsWith('/embed');
  const frame = isPanelAlone
    ? openFrame(page, { fetch: direct, drafts, own, queryClient })
    : undefined;
  const agent = readAgent(root.dataset['agent']);
  // In a frame the desktop may name another one, and is asked first.
  if (agent && !frame?.session) own(agent.id);
  // As the server wrote them into the page.
  const { links, definitions, removal } = root.dataset;
  const api = createCustomerApi(frame?.fetch ?? direct, Boolean(removal));
  if (definitions)
    queryClient.setQueryData(
      customerQueries.definitions(api).queryKey,
      readBrandDefinitions(definitions),
    );
  return {
    api,
    drafts,
    queryClient,
    view,
    device,
    links,
    frame,
    agent,
  };
}

export type Services = ReturnType<typeof createServices>;

/** Gives the services to everything below. */
export function ServicesProvider({
  api,
  drafts,
  queryClient,
  view,
  device,
  links,
  frame,
  children,
}: Services & { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider value={api}>
        <DraftsProvider value={drafts}>
          <ViewContext value={view}>
            <DeviceContext value={device}>
              <LinksContext value={links}>
                <SessionContext value={frame?.session}>{children}</SessionContext>
              </LinksContext>
            </DeviceContext>
          </ViewContext>
        </DraftsProvider>
      </ApiProvider>
    </QueryClientProvider>
  );
}
