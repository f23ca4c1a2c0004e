import { fn } from 'storybook/test';
import { createFrameHost, type FrameHost } from '#src/host/frameHost.ts';
import type { PageHost } from '#src/host/pageHost.ts';

/** A host in memory: what a page does with its address and a frame with its messages, without either. */
export function createStoryHost(customerId?: string) {
  const host = createFrameHost(customerId);
  /** Hears what the desktop is told. */
  const told = fn<FrameHost['tell']>();
  host.listen(told);
  const open = (id: string | undefined) => host.change({ customerId: id });
  return { ...host, open, told } satisfies PageHost & FrameHost & { told: unknown };
}
