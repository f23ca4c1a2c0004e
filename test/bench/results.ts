import type { Load } from './load.ts';
import type { Run, Sizes } from './measure.ts';
import type { Candidate } from './site.ts';

export interface Series {
  n: number;
  throttle: number;
  /** The runs of each candidate. */
  runs: Map<Candidate, Run[]>;
}

export interface Switch {
  n: number;
  frames: number;
  ms: number;
}

export interface Results {
  series: Series[];
  sizes: Map<Candidate, Sizes>;
  switches: Switch[];
  loads: Load[];
}

/** The value that a share `p` of the values do not exceed. */
function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export interface Summary {
  begin: number;
  mount: number;
  keyP50: number;
  keyP95: number;
  threadPerKey: number;
  save: number;
  heapMB: number;
  elements: number;
}

/** Keys are pooled over all runs, the rest is the median of the runs. */
export function summarize(runs: readonly Run[]): Summary {
  const keys = runs.flatMap((run) => run.keys);
  const middle = (of: (run: Run) => number) => median(runs.map(of));
  return {
    begin: middle((run) => run.begin),
    mount: middle((run) => run.mount),
    keyP50: percentile(keys, 0.5),
    keyP95: percentile(keys, 0.95),
    threadPerKey: middle((run) => run.threadPerKey),
    save: middle((run) => run.save),
    heapMB: middle((run) => run.heapMB),
    elements: middle((run) => run.elements),
  };
}

/** What was measured of a candidate, if it was. */
export function summaryOf(
  { series }: Results,
  name: Candidate,
  n: number,
  throttle = 1,
): Summary | undefined {
  const found = series.find((each) => each.n === n && each.throttle === throttle);
  const runs = found?.runs.get(name) ?? [];
  return runs.length > 0 ? summarize(runs) : undefined;
}
