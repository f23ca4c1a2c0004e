/** What fits where an agent looks for two seconds, in code points. */
const longest = 80;

/** White space, control characters, and the marks that turn the order of the text that follows (UAX #9). */
const breaks = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text in one line for a place whose rules are Gladly's; what is longer ends in an ellipsis. */
export function oneLine(text: string): string {
  // Cut roughly first: a value may have megabytes.
  const line = text
    .slice(0, longest * 20)
    .replace(breaks, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  const points = Array.from(line);
  const isCut = points.length > longest || text.length > longest * 20;
  return isCut ? `${points.slice(0, longest - 1).join('')}…` : line;
}

/** Whether {@link oneLine} shows all of a text, as it is. */
export const isShownWhole = (text: string) => oneLine(text) === text;
