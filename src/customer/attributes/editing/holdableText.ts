// What a <textarea> cannot give back as it got it: control characters but for tab and line feed, halves of a
// character that UTF-16 writes in two, and line breaks of more than one sort.
// oxlint-disable-next-line no-control-regex
const notHoldable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u;
const loneCarriageReturn = /\r(?!\n)/;
const loneLineFeed = /(?<!\r)\n/;
const hasCrLf = (text: string) => text.includes('\r\n');

function readString(json: string): string {
  return String(JSON.parse(json));
}

/** What a text control shows of a JSON string; `undefined` when it could not give the string back exactly. */
export function holdableText(json: string): string | undefined {
  const text = readString(json);
  if (notHoldable.test(text) || loneCarriageReturn.test(text)) return undefined;
  if (hasCrLf(text) && loneLineFeed.test(text)) return undefined;
  return text.replaceAll('\r\n', '\n');
}

/** A control has line feeds alone; a string that had CR LF gets them back. */
export function withBreaksOf(json: string, typed: string): string {
  return hasCrLf(readString(json)) ? typed.replaceAll('\n', '\r\n') : typed;
}

/** Whether a name can be edited in a control for one line, which drops tabs and line breaks too. */
export function isHoldableKey(key: string): boolean {
  return !notHoldable.test(key) && !/[\t\r\n]/.test(key);
}
