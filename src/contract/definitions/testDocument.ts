/** A document whose one attribute, `a`, has this schema; `more` is what else stands at its top. */
export function ofOneAttribute(schema: string, more = ''): string {
  return `{"type":"object","properties":{"a":${schema}}${more && `,${more}`}}`;
}
