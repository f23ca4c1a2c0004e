import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { DraftsElsewhere } from '#src/customer/DraftsElsewhere.tsx';
import { NoCustomer } from '#src/customer/PanelStates.tsx';
import type { FrameHost } from '#src/host/frameHost.ts';
import { useHostCustomer } from '#src/host/useHostCustomer.ts';
import { useToldOfDrafts } from './useToldOfDrafts.ts';

/** `/embed`: the panel alone, for a frame in an agent's desktop. */
export function EmbedPage({ host }: { host: FrameHost }) {
  const customerId = useHostCustomer(host);
  useToldOfDrafts(host);
  return (
    <main>
      <DraftsElsewhere customerId={customerId} onOpen={host.openCustomer} />
      {customerId === undefined ? (
        <NoCustomer />
      ) : (
        <CustomerPanel customerId={customerId} onRedirected={host.customerRedirected} />
      )}
    </main>
  );
}
