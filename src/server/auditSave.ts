import type { Edit } from '#src/contract/edits.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import type { Log } from './log.ts';
import type { Grant } from './signIn/Grant.ts';
import { toProblem } from './toProblem.ts';

/** Enough to tell an attribute by; a key may be of any length. */
const mostCharacters = 200;

/**
 * Writes who changed which attributes of whom into the log, once for each save. Gladly sees every change as made by the
 * API user, so this line is the only one that names the agent.
 */
export function auditSave(log: Log, grant: Grant, customer: string, edits: readonly Edit[]) {
  const { agent, proof, host } = grant;
  const write = (outcome: string) =>
    log({
      level: 'info',
      event: 'save',
      outcome,
      ...(agent && { agent: agent.id }),
      proof,
      ...(host !== undefined && { host }),
      customer,
      keys: edits.map(({ key }) => key.slice(0, mostCharacters)),
    });
  return {
    answered({ results }: SaveResult): void {
      write(results.every(({ outcome }) => outcome === 'saved') ? 'saved' : 'altered');
    },
    failed(error: unknown): void {
      const { code, fields } = toProblem(error);
      write(fields.unverified ? 'unverified' : code);
    },
  };
}
