import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { NoCustomer } from '#src/customer/PanelStates.tsx';
import type { Host } from '#src/host/Host.ts';
import { useHostCustomer } from '#src/host/useHostCustomer.ts';

/** `/embed`: the panel alone, for a frame in an agent's desktop. */
export function EmbedPage({ host }: { host: Host }) {
  const customerId = useHostCustomer(host);
  return (
    <main>
      {customerId === undefined ? (
        <NoCustomer />
      ) : (
        <CustomerPanel
          customerId={customerId}
          onRedirected={host.customerRedirected}
          onDirty={host.setDirty}
        />
      )}
    </main>
  );
}
