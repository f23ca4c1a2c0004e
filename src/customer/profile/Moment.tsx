import { useSyncExternalStore } from 'react';
import { minute } from '#src/ui/minute.ts';
import { exactTime, relativeTime } from '#src/ui/relativeTime.ts';

/** A moment as people say it, also a while later, and exactly with the reader's time zone below. `at` is RFC 3339. */
export function Moment({ at }: { at: string }) {
  const now = useSyncExternalStore(minute.subscribe, minute.get);
  const then = Date.parse(at);
  if (Number.isNaN(then)) return <bdi>{at}</bdi>;
  return (
    <time dateTime={at}>
      {relativeTime(then, now)}
      <span className="pair__note moment__exact">{exactTime(then)}</span>
    </time>
  );
}
