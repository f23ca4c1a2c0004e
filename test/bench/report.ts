import type { Verdict } from './budgets.ts';
import { summarize, type Results, type Series, type Summary } from './results.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const columns: [string, (summary: Summary) => number, digits: number][] = [
  ['begin → painted ms', ({ begin }) => begin, 0],
  ['mount → painted ms', ({ mount }) => mount, 0],
  ['key → paint p50 ms', ({ keyP50 }) => keyP50, 1],
  ['p95 ms', ({ keyP95 }) => keyP95, 1],
  ['main thread ms/key', ({ threadPerKey }) => threadPerKey, 1],
  ['save ms', ({ save }) => save, 1],
  ['heap MB', ({ heapMB }) => heapMB, 1],
  ['elements', ({ elements }) => elements, 0],
];

/** Every figure with its ratio to the windowed floor. */
function seriesTable({ n, throttle, runs }: Series): string {
  const floor = summarize(runs.get('floor-b') ?? []);
  const rows = Array.from(runs, ([name, list]) => {
    const summary = summarize(list);
    const cells = columns.map(([, of, digits]) => {
      const value = of(summary);
      const times = value / of(floor);
      const beside = name === 'floor-b' || Number.isNaN(times) ? '' : ` (${times.toFixed(2)} ×)`;
      return `${value.toFixed(digits)}${beside}`;
    });
    return [name, ...cells];
  });
  const slowed = throttle > 1 ? `, CPU slowed ${throttle} ×` : '';
  const count = Math.max(...Array.from(runs.values(), (list) => list.length));
  const title = `### ${n.toLocaleString('en')} attributes${slowed} (${count} runs)`;
  return `${title}\n\n${table(['page', ...columns.map(([head]) => head)], rows)}`;
}

/** All results as Markdown. */
export function write(results: Results, verdicts: readonly Verdict[]): string {
  const sizes = Array.from(results.sizes, ([name, { toRead, toSave }]) => [
    name,
    toRead.toFixed(1),
    toSave.toFixed(1),
  ]);
  const judged = verdicts.map(({ what, limit, found, met }) => [
    what,
    limit,
    found,
    met ? 'met' : '**missed**',
  ]);
  return [
    ...results.series.map(seriesTable),
    `### JavaScript, kB gzip\n\n${table(['page', 'to read', 'to have saved'], sizes)}`,
    `### Budgets\n\n${table(['what', 'budget', 'measured', ''], judged)}`,
  ].join('\n\n');
}
