import { summaryOf, type Results, type Summary } from './results.ts';

/** A limit and what was measured; what was not measured is not here. */
export interface Verdict {
  what: string;
  limit: string;
  found: string;
  met: boolean;
}

const limits = {
  mountToFloor: 1.3,
  keyToFloor: 1.2,
  /** A longer name or value is a few elements more. */
  elementsGrowth: 1.1,
  /** The data themselves need room, in the floor as well. */
  heapGrowthToFloor: 2,
  /** The frame may have begun when the agent presses, and software draws it here. */
  switchMs: 50,
  readKilobytes: 100,
  shifts: 0.001,
};

function ratio(
  results: Results,
  what: string,
  of: (summary: Summary) => number,
  n: number,
  limit: number,
): Verdict[] {
  const app = summaryOf(results, 'app', n);
  const floor = summaryOf(results, 'floor-b', n);
  if (!app || !floor) return [];
  const found = of(app) / of(floor);
  return [
    {
      what: `${what}, ${n.toLocaleString('en')} attributes`,
      limit: `≤ ${limit} × floor-b`,
      found: `${found.toFixed(2)} ×`,
      met: found <= limit,
    },
  ];
}

/** From a list that more than fills the window to the longest. */
function growth(results: Results): Verdict[] {
  const [small, large] = [100, 5_000].map((n) => summaryOf(results, 'app', n));
  const [floorSmall, floorLarge] = [100, 5_000].map((n) => summaryOf(results, 'floor-b', n));
  if (!small || !large) return [];
  const elements = large.elements / small.elements;
  const verdicts = [
    {
      what: 'elements, 5,000 attributes beside 100',
      limit: `≤ ${limits.elementsGrowth} ×`,
      found: `${elements.toFixed(2)} ×`,
      met: elements <= limits.elementsGrowth,
    },
  ];
  if (!floorSmall || !floorLarge) return verdicts;
  const heap = (large.heapMB - small.heapMB) / (floorLarge.heapMB - floorSmall.heapMB);
  return [
    ...verdicts,
    {
      what: 'heap that 4,900 attributes add',
      limit: `≤ ${limits.heapGrowthToFloor} × floor-b`,
      found: `${heap.toFixed(2)} ×`,
      met: heap <= limits.heapGrowthToFloor,
    },
  ];
}

function switching({ switches }: Results): Verdict[] {
  return switches.map(({ n, frames, ms }) => ({
    what: `back to a customer seen before, ${n.toLocaleString('en')} attributes`,
    limit: `the next frame, ≤ ${limits.switchMs} ms`,
    found: `frame ${frames}, ${ms.toFixed(0)} ms`,
    met: frames === 1 && ms <= limits.switchMs,
  }));
}

function loading({ loads }: Results): Verdict[] {
  return loads.flatMap((load) => [
    {
      what: `first load of ${load.path}: JavaScript`,
      limit: `≤ ${limits.readKilobytes} kB gzip in 1 request`,
      found: `${load.kilobytes.toFixed(1)} kB in ${load.scripts}`,
      met: load.kilobytes <= limits.readKilobytes && load.scripts === 1,
    },
    {
      what: `first load of ${load.path}: data`,
      limit: '1 request, while the code is on its way',
      found: `${load.dataRequests}, at ${load.dataStart.toFixed(0)} ms; code there at ${load.codeEnd.toFixed(0)} ms; painted at ${load.painted.toFixed(0)} ms`,
      met: load.dataRequests === 1 && load.dataStart < load.codeEnd,
    },
    {
      what: `first load of ${load.path}: layout shift`,
      limit: '0',
      found: load.shifts.toFixed(3),
      met: load.shifts < limits.shifts,
    },
  ]);
}

/** The budgets of the project beside what was measured. */
export function judgeAll(results: Results): Verdict[] {
  const { mountToFloor, keyToFloor } = limits;
  return [
    ...ratio(results, 'mount to painted', ({ mount }) => mount, 1_000, mountToFloor),
    ...[1_000, 5_000].flatMap((n) =>
      ratio(results, 'key to paint, p95', ({ keyP95 }) => keyP95, n, keyToFloor),
    ),
    ...growth(results),
    ...switching(results),
    ...loading(results),
  ];
}
