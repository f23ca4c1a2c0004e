const plainName = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** A place within a value as people write it: `items[2].name`, `["a key with spaces"]`. */
export function writePath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!plainName.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
