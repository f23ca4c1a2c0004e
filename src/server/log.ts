import type { Proof } from './signIn/Grant.ts';

/** One line of the log: what happened, never whom it was about. Paths are the routes' patterns, without ids. */
export interface LogEntry {
  level: 'info' | 'error';
  event: string;
  method?: string;
  route?: string;
  status?: number;
  milliseconds?: number;
  code?: string;
  /** How it ended. */
  outcome?: string;
  /** Who signed in: the provider's `sub`. */
  agent?: string;
  /** An error's own words, where the code that made them keeps data out of them. */
  reason?: string;
}

/** Who changed what of whom: the one line that names people, by ids alone, and attributes, without their values. */
export interface SaveEntry {
  level: 'info';
  event: 'save';
  /** `saved`, `altered` (Gladly keeps something else), `unverified` (nobody knows), or the problem's code: nothing was written. */
  outcome: string;
  /** The agent's `sub` at the provider or host; absent where nobody signs in. */
  agent?: string;
  proof: Proof;
  /** The host whose backend named the agent. */
  host?: string;
  customer: string;
  keys: string[];
}

export type Log = (entry: LogEntry | SaveEntry) => void;

/** Writes the log as JSON lines on standard output. */
export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};
