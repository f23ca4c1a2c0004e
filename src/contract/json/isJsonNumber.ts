const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a text, as it stands, is a number as JSON writes it (RFC 8259, section 6). */
export function isJsonNumber(text: string): boolean {
  return jsonNumber.test(text);
}
