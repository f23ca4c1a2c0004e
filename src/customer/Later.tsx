import { Keys } from './keys/Keys.tsx';
import { Marker, type MarkerProps } from './marks/Marker.tsx';

/** What comes to a profile once it is shown: the marks on it, its shortcuts, and the screen-share mode. */
export function Later(props: MarkerProps) {
  return (
    <>
      <Marker {...props} />
      <Keys />
    </>
  );
}
