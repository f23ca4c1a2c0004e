import type { SchemaProblem } from './compile.ts';

/** A line about one problem: where it is, and what. */
const writeProblem = ({ pointer, message }: SchemaProblem) =>
  `${pointer === '' ? 'The file' : pointer} ${message}`;

/** A JSON Schema that cannot be enforced as it stands, with everything that is wrong about it. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly problems: readonly SchemaProblem[];

  constructor(problems: readonly SchemaProblem[]) {
    super(problems.map(writeProblem).join('\n'));
    this.problems = problems;
  }
}
