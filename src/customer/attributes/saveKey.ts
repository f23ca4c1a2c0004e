import type { Edit } from '#src/contract/edits.ts';

/** The name under which the saves of a customer are known to React Query, which remembers them for this session. */
export const saveKey = (customerId: string) => ['save', customerId] as const;

/** What a save sends, as React Query remembers it, and whether that takes an earlier one back. */
export interface SaveRequest {
  edits: readonly Edit[];
  isUndo: boolean;
}
