import { use, useSyncExternalStore } from 'react';
import { ViewContext } from './attributes/list/viewStore.ts';
import { Keys } from './keys/Keys.tsx';
import { Marker, type MarkerProps } from './marks/Marker.tsx';

/** What comes to a profile once it is shown: the marks on it, its shortcuts, and the screen-share mode. */
export function Later(props: Omit<MarkerProps, 'owner'>) {
  const { subscribe, owner: read } = use(ViewContext);
  const owner = useSyncExternalStore(subscribe, read);
  return (
    <>
      <Marker key={owner} {...props} owner={owner} />
      <Keys />
    </>
  );
}
