import type { Query, QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError } from '#src/customer/ApiError.ts';
import type { Drafts } from '#src/customer/attributes/drafts.ts';
import { saveKey } from '#src/customer/attributes/saveKey.ts';
import { customerKey } from '#src/customer/queries.ts';
import type { FrameHost } from '#src/host/frameHost.ts';

type Tell = FrameHost['tell'];

/** Which customers have unsaved edits: by id, and only when that changes. */
function tellDrafts(drafts: Drafts, tell: Tell) {
  let told: string | undefined;
  const look = () => {
    const customerIds = drafts
      .list()
      .map(({ customerId }) => customerId)
      .toSorted();
    const now = customerIds.join(' ');
    if (now === told) return;
    told = now;
    tell({ method: 'dirty', params: { customerIds } });
  };
  look();
  drafts.subscribe(look);
}

const [saveName] = saveKey('');
const resultSchema = z.object({
  customer: z.object({ id: z.string() }),
  results: z.array(z.object({ key: z.string(), outcome: z.string() })),
  changes: z.array(z.object({ key: z.string() })),
});

/**
 * What was saved, an undo included: names alone. What Gladly made something else of counts as saved, what is as it was
 * before does not.
 */
function tellSaves(queryClient: QueryClient, tell: Tell) {
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    if (event.mutation.options.mutationKey?.[0] !== saveName) return;
    const saved = resultSchema.safeParse(event.mutation.state.data).data;
    if (!saved) return;
    const changed = new Set(saved.changes.map(({ key }) => key));
    const keys = saved.results
      .filter(
        ({ key, outcome }) => outcome === 'saved' || (outcome === 'altered' && changed.has(key)),
      )
      .map(({ key }) => key);
    if (keys.length === 0) return;
    const params = { customerId: saved.customer.id, keys, at: new Date().toISOString() };
    tell({ method: 'saved', params });
  });
}

const [customerName] = customerKey('');

/** Why a customer could not be fetched, as a code of the API's; also when that was so before there was anybody to tell. */
function tellFailures(queryClient: QueryClient, host: FrameHost) {
  const look = ({ queryKey: [name, customerId], state: { error } }: Query) => {
    if (!error || name !== customerName || customerId !== host.getCustomerId()) return;
    const code = error instanceof ApiError ? error.code : 'internal';
    host.tell({ method: 'error', params: { code } });
  };
  const cache = queryClient.getQueryCache();
  for (const query of cache.getAll()) look(query);
  cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') look(event.query);
  });
}

/** Keeps the desktop told of what happens in the panel. */
export function tellDesktop(host: FrameHost, drafts: Drafts, queryClient: QueryClient): void {
  tellDrafts(drafts, host.tell);
  tellSaves(queryClient, host.tell);
  tellFailures(queryClient, host);
}
