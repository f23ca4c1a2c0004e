interface Problem {
  path?: string | undefined;
  message: string;
}

/** What is wrong with one value, each with the place in it that it is about; `undefined` when nothing is. */
export function problemsText(problems: readonly Problem[]): string | undefined {
  if (problems.length === 0) return undefined;
  return problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
}
