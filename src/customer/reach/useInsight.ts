import { useEffect, useState } from 'react';
import type * as insightModule from './insight.tsx';
import { whenIdle } from '#src/ui/whenIdle.ts';

type Insight = typeof insightModule;

let loaded: Insight | undefined;

/**
 * What there is to say about contact points beyond their values: fetched once the profile is shown,
 * because it needs libphonenumber's data. Until then, and should it not come, values and their copy buttons do.
 */
export function useInsight(): Insight | undefined {
  const [insight, setInsight] = useState(loaded);
  useEffect(() => {
    if (insight) return undefined;
    return whenIdle(() => {
      import('./insight.tsx').then(
        (module) => {
          loaded = module;
          setInsight(module);
        },
        () => {},
      );
    });
  }, [insight]);
  return insight;
}
