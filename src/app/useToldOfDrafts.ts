import { useEffect } from 'react';
import { useDrafts } from '#src/customer/attributes/DraftsContext.ts';
import type { FrameHost } from '#src/host/frameHost.ts';

/** Keeps the desktop told which customers have unsaved edits: by id, and only when that changes. */
export function useToldOfDrafts({ setDirty }: FrameHost): void {
  const drafts = useDrafts();
  useEffect(() => {
    let told: string | undefined;
    const tell = () => {
      const ids = drafts
        .list()
        .map(({ customerId }) => customerId)
        .toSorted();
      if (ids.join(' ') === told) return;
      told = ids.join(' ');
      setDirty(ids);
    };
    tell();
    return drafts.subscribe(tell);
  }, [drafts, setDirty]);
}
