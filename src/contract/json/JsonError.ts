export type JsonFault = 'syntax' | 'depth' | 'duplicate';

/**
 * What is wrong with a JSON text, and where: `line` and `column` count from 1, `offset` from 0 in UTF-16 units.
 * CR LF, LF and CR alone end a line, as in any editor: a text control has LF alone, but a file at start-up may not.
 */
export class JsonError extends Error {
  readonly fault: JsonFault;
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  constructor(fault: JsonFault, message: string, text: string, offset: number) {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    super(`Line ${line}, column ${column}: ${message}`);
    this.name = 'JsonError';
    this.fault = fault;
    this.offset = offset;
    this.line = line;
    this.column = column;
  }
}
