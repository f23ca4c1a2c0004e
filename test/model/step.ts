import fc from 'fast-check';
import type { Office } from './office.ts';

export type Command = fc.AsyncCommand<Office, Office>;
export type Desk = ReturnType<Office['desk']>;

/** Chooses an agent, a row, a customer: whatever there is, counted around. */
export const at = fc.nat({ max: 11 });

/** `fc.record` without null prototypes, which print badly. */
export const given = <T>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(arbitraries, { noNullPrototype: true });

/** A command after which everything must still be true, and that is printed so that it can be read. */
export function step(
  label: string,
  details: unknown,
  run: (office: Office) => Promise<void> | void,
  check: (office: Readonly<Office>) => boolean = () => true,
): Command {
  return {
    check,
    async run(_, office) {
      await run(office);
      office.check();
    },
    toString: () => `${label}(${JSON.stringify(details)})`,
  };
}

export const desk = given({ who: at });

export const hasForm = (who: number) => (office: Readonly<Office>) =>
  office.desk(who).agent.form !== undefined;
