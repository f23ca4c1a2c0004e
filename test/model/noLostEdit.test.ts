import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';
import { Office } from './office.ts';
import { attributes } from './values.ts';

const isNightly = process.env['NIGHTLY'] === '1';
const runs = Number(process.env['RUNS'] ?? (isNightly ? 2_000 : 200));
/** Every change is judged by the same runs; the nightly ones look for what these do not meet. */
const everyDay = 20_261_122;
const seed = Number(process.env['SEED'] ?? (isNightly ? Date.now() % 2 ** 31 : everyDay));
/** Many times what a run needs: time over is a failure, with what was found so far. */
const timeLimitMs = runs * 1_000;

/** The answers that a save often has must have been met, or the run proves less than it says; rarer ones are left to chance. */
const answers = ['saved', 'altered', 'missing', 'conflict', 'moved', 'unreachable', 'invalid'];

it(
  `no edit is lost, overwritten or falsely confirmed (SEED=${seed}, ${runs} runs)`,
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          customAttributes: fc.constantFrom('replace' as const, 'merge' as const),
          attributeValues: fc.constantFrom(...(['any', 'any', 'any', 'scalars'] as const)),
          rule: fc.record({ clearWithEmptyString: fc.boolean() }),
          customers: fc.array(attributes, { minLength: 2, maxLength: 3 }),
          agents: fc.integer({ min: 2, max: 3 }),
        }),
        fc.commands(commands, { maxCommands: 80, size: 'max' }),
        async (settings, steps) => {
          const office = new Office(settings, seen);
          // Everybody begins at the same customer, so that they meet.
          for (const { agent } of office.desks) await agent.open(office.customer(0));
          await fc.asyncModelRun(() => ({ model: office, real: office }), steps);
          // Nothing here waits for more than promises, and time-outs that never get their turn hold all memory.
          await setImmediate();
        },
      ),
      { numRuns: runs, seed, interruptAfterTimeLimit: timeLimitMs, markInterruptAsFailure: true },
    );
    // A run of a few is for looking at one failure.
    const missed = runs < 200 ? [] : answers.filter((answer) => !seen.has(answer));
    expect(missed, `of ${JSON.stringify([...seen])}`).toEqual([]);
  },
  timeLimitMs + 10_000,
);
