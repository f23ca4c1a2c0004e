/** One line of the log: what happened, never whom it was about. Paths are the routes' patterns, without ids. */
export interface LogEntry {
  level: 'info' | 'error';
  event: string;
  method?: string;
  route?: string;
  status?: number;
  milliseconds?: number;
  code?: string;
  /** An error's own words, where the code that made them keeps data out of them. */
  reason?: string;
}

export type Log = (entry: LogEntry) => void;

/** Writes the log as JSON lines on standard output. */
export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};
