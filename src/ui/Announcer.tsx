import { useSyncExternalStore } from 'react';
import { announcement } from './announcement.ts';

/** The one place that announcements are written to. It is there before the first of them, or that would not be said. */
export function Announcer() {
  const text = useSyncExternalStore(announcement.subscribe, announcement.get);
  return (
    <div aria-live="polite" className="visually-hidden">
      {text}
    </div>
  );
}
