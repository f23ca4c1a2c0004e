import fc from 'fast-check';
import type { Fault } from '#src/emulator/faults.ts';
import { cuts, type Office } from './office.ts';
import { at, desk, given as record, step, type Command } from './step.ts';
import { leave, open } from './typing.ts';
import { foreignChange, type ForeignChange } from './values.ts';

/** An agent turns to another customer, looks again, or loses the page. */
export const comingAndGoing: fc.Arbitrary<Command>[] = [
  record({ who: at, customer: at }).map(({ who, customer }) =>
    step('open', { who, customer }, (office) => open(office.desk(who), office.customer(customer))),
  ),
  desk.map(({ who }) =>
    step('refresh', who, (office) => {
      // A merge that shows now ends the form, as leaving does.
      leave(office.desk(who));
      return office.desk(who).agent.refresh();
    }),
  ),
  desk.map(({ who }) =>
    step('reload', who, async (office) => {
      leave(office.desk(who));
      office.desk(who).agent.reload();
      await office.desk(who).agent.refresh();
    }),
  ),
];

const fault: fc.Arbitrary<Fault> = record({
  spoiling: fc.oneof(
    record({ kind: fc.constant('status' as const), status: fc.constantFrom(500, 503, 429) }),
    fc.constant({ kind: 'cut' as const }),
    fc.constant({ kind: 'truncate' as const }),
    fc
      .constantFrom('<html>', '{}', '[]', '{"customAttributes":{}}', '')
      .map((body) => ({ kind: 'garbage' as const, body })),
  ),
  wait: fc.constantFrom(undefined, '0', '1', '30'),
  method: fc.constantFrom('GET', 'PATCH', undefined),
  skip: fc.nat({ max: 3 }),
  times: fc.nat({ max: 3 }),
  applied: fc.boolean(),
}).map(({ spoiling, wait, method, skip, times, applied }) => ({
  ...spoiling,
  ...(spoiling.kind === 'status' && wait !== undefined && { headers: { 'Retry-After': wait } }),
  ...(method !== undefined && { method }),
  skip,
  times: times + 1,
  // A clear refusal has no effect: a Gladly that refuses and obeys cannot be told from one that refuses.
  applied: applied && !(spoiling.kind === 'status' && spoiling.status === 429),
}));

/** What others, bad luck and the network do. */
export const misfortunes: fc.Arbitrary<Command>[] = [
  record({ customer: at, foreign: foreignChange }).map(({ customer, foreign }) =>
    step('change', { customer, foreign }, (office) => changeBySomebody(office, customer, foreign)),
  ),
  fault.map((given) => step('fault', given, (office) => office.upstream.control.failNext(given))),
  fc.constant(step('calm', {}, (office) => office.upstream.control.clearFaults())),
  record({ who: at, cut: fc.constantFrom(...cuts), skip: fc.nat({ max: 1 }) }).map((given) =>
    step('cut', given, (office) => {
      office.desk(given.who).cuts.push({ cut: given.cut, skip: given.skip });
    }),
  ),
  fc.constant(step('restart', {}, (office) => office.restart())),
];

const changeBySomebody = (office: Office, customer: number, foreign: ForeignChange) =>
  office.upstream.change(office.upstream.survivor(office.customer(customer)), foreign);

export const mergeStep = record({ from: at, to: at }).map(({ from, to }) =>
  step('merge', { from, to }, (office) =>
    office.upstream.merge(office.customer(from), office.customer(to)),
  ),
);
