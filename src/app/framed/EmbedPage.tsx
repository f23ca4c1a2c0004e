import { useSyncExternalStore } from 'react';
import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { DraftsElsewhere } from '#src/customer/DraftsElsewhere.tsx';
import { FramedContext } from '#src/customer/FramedContext.ts';
import { MayWriteContext } from '#src/customer/MayWriteContext.ts';
import { NoCustomer } from '#src/customer/NoCustomer.tsx';
import type { FrameHost } from '#src/host/frameHost.ts';

/** `/embed`: the panel alone, for a frame in an agent's desktop. */
export function EmbedPage({ host }: { host: FrameHost }) {
  const { customerId, isUnknown, readOnly, locale, timeZone } = useSyncExternalStore(
    host.subscribe,
    host.get,
  );
  return (
    <main>
      {!isUnknown && <DraftsElsewhere customerId={customerId} onOpen={host.openCustomer} />}
      {customerId === undefined ? (
        <NoCustomer />
      ) : (
        <MayWriteContext value={!readOnly}>
          <FramedContext value={true}>
            <CustomerPanel
              // In another language everything is written anew; edits are kept as drafts.
              key={`${locale} ${timeZone}`}
              customerId={customerId}
              onRedirected={host.customerRedirected}
            />
          </FramedContext>
        </MayWriteContext>
      )}
    </main>
  );
}
