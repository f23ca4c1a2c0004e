import { walkTokens } from '#src/contract/json/tokens.ts';

const indent = (depth: number) => `\n${'  '.repeat(depth)}`;

/**
 * A valid JSON text laid out in lines, with every number and string character for character as it was:
 * what `JSON.stringify(JSON.parse(…))` would round is kept.
 */
export function formatJson(text: string): string {
  const walker = walkTokens(text);
  let depth = 0;
  let before = '';
  let laidOut = '';
  for (let token = walker.next(); token !== ''; before = token, token = walker.next()) {
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    const opened = before === '{' || before === '[';
    if (before === ',' || (opened && !closes) || (closes && !opened)) laidOut += indent(depth);
    laidOut += text.slice(walker.start(), walker.end());
    if (token === ':') laidOut += ' ';
    if (token === '{' || token === '[') depth += 1;
  }
  return laidOut;
}
