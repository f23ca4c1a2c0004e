import { JsonError } from './JsonError.ts';
import { checkDepth } from './checkDepth.ts';
import { maxDepth } from './maxDepth.ts';
import { depthChange, walkTokens } from './tokens.ts';

/** What may stand at a place, in the agent's words. */
const expectations = {
  value: 'expected a value: text in "double quotes", a number, true, false, null, [ or {.',
  item: 'expected a value after the comma.',
  firstItem: 'expected a value or a closing ].',
  key: 'expected a key in "double quotes" after the comma.',
  firstKey: 'expected a key in "double quotes" or a closing }.',
  colon: 'expected a colon after the key.',
  moreItems: 'expected a comma or a closing ].',
  moreMembers: 'expected a comma or a closing }.',
  end: 'expected nothing more after the value.',
};
type Wanted = keyof typeof expectations;

const wantsValue = (wanted: Wanted) =>
  wanted === 'value' || wanted === 'item' || wanted === 'firstItem';
const wantsKey = (wanted: Wanted) => wanted === 'key' || wanted === 'firstKey';
const digitExpected = 'expected a digit here, as in 12, -0.5 or 1e6.';
const numberEnds =
  'expected the number to end here, as in 12, -0.5 or 1e6; JSON writes no zeros in front.';

interface Fault {
  offset: number;
  message: string;
}

/** Where a sticky pattern ends that begins at `from`; `undefined` when it does not begin there. */
function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function stringFault(text: string, start: number, offset: number): Fault {
  const found = text.charAt(offset);
  // At its beginning: whether the quote is missing or the line break is too much, only the whole of it can tell.
  if (found === '' || endOf(/\\(?:u[\da-fA-F]{0,3})?$/y, text, offset) !== undefined)
    return { offset: start, message: 'expected a closing double quote for this text.' };
  if (found === '\n' || found === '\r') {
    const message = 'expected a closing double quote on this line; a line break is written \\n.';
    return { offset: start, message };
  }
  if (found !== '\\') {
    const written = JSON.stringify(found).slice(1, -1);
    return { offset, message: `expected ${written} instead of this character inside "…".` };
  }
  const message =
    text[offset + 1] === 'u'
      ? 'expected four hexadecimal digits after \\u.'
      : 'expected one of " \\ / b f n r t u after the backslash; write \\\\ for a backslash.';
  return { offset, message };
}

/** Where the string ends that begins at `start`, or what is wrong in it. */
function endOfString(text: string, start: number): number | Fault {
  let at = start + 1;
  while (text[at] !== '"') {
    const end =
      endOf(/[ !#-[\]-\uffff]+/y, text, at) ?? endOf(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y, text, at);
    if (end === undefined) return stringFault(text, start, at);
    at = end;
  }
  return at + 1;
}

/** Where the number ends that begins at `start`, or where it stops being one. */
function endOfNumber(text: string, start: number): number | Fault {
  const end = endOf(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y, text, start);
  if (end === undefined) return { offset: start + 1, message: digitExpected };
  if (endOf(/[\p{L}\p{N}_.+-]/uy, text, end) === undefined) return end;
  const number = text.slice(start, end);
  const begun =
    (/[.eE]/.test(number) ? undefined : endOf(/\./y, text, end)) ??
    (/[eE]/.test(number) ? undefined : endOf(/[eE][+-]?/y, text, end));
  return begun === undefined
    ? { offset: end, message: numberEnds }
    : { offset: begun, message: digitExpected };
}

/** Where the string, number or literal ends that begins at `start`; `undefined` when there is none. */
function endOfScalar(text: string, start: number): number | Fault | undefined {
  const first = text.charAt(start);
  if (first === '"') return endOfString(text, start);
  if (/[-\d]/.test(first)) return endOfNumber(text, start);
  return endOf(/(?:true|false|null)(?![\p{L}\p{N}_])/uy, text, start);
}

/** What people write that JSON does not have. */
function hintAt(text: string, offset: number, wanted: Wanted): string {
  if (endOf(/\/[/*]|#/y, text, offset) !== undefined) return 'JSON has no comments; ';
  if (endOf(/['`‘’“”„«»]/y, text, offset) !== undefined) return 'this is not a double quote; ';
  const literal = endOf(/(?:true|false|null)(?![\p{L}\p{N}_])/iuy, text, offset);
  if (literal !== undefined && wantsValue(wanted))
    return 'true, false and null are written in small letters; ';
  if (endOf(/[\p{Z}\p{Cc}\p{Cf}]/uy, text, offset) === undefined) return '';
  const code = text.codePointAt(offset)?.toString(16).toUpperCase().padStart(4, '0');
  return `the invisible character U+${code} is not white space in JSON; `;
}

/** What is wanted behind a bracket, comma or colon; `undefined` when it may not stand where `wanted` is. */
function afterMark(mark: string, wanted: Wanted, open: Wanted[]): Wanted | undefined {
  if (wantsValue(wanted) && mark === '[') {
    open.push('moreItems');
    return 'firstItem';
  }
  if (wantsValue(wanted) && mark === '{') {
    open.push('moreMembers');
    return 'firstKey';
  }
  if (wanted === 'colon' && mark === ':') return 'value';
  if (wanted === 'moreItems' && mark === ',') return 'item';
  if (wanted === 'moreMembers' && mark === ',') return 'key';
  const closes =
    (mark === ']' && (wanted === 'firstItem' || wanted === 'moreItems')) ||
    (mark === '}' && (wanted === 'firstKey' || wanted === 'moreMembers'));
  if (!closes) return undefined;
  open.pop();
  return open.at(-1) ?? 'end';
}

/** The first place from which no JSON can come any more. One pass without recursion; `text` must not be JSON. */
function findFault(text: string): Fault {
  const open: Wanted[] = [];
  let wanted: Wanted = 'value';
  for (let at = 0; ;) {
    const offset = endOf(/[\t\n\r ]*/y, text, at) ?? at;
    // What is missing at the end is missing behind the last word, not below the empty lines after it.
    if (offset === text.length) return { offset: at, message: expectations[wanted] };
    const next = afterMark(text.charAt(offset), wanted, open);
    if (next) {
      [wanted, at] = [next, offset + 1];
      continue;
    }
    const isKey: boolean = wantsKey(wanted) && text[offset] === '"';
    const end: ReturnType<typeof endOfScalar> =
      isKey || wantsValue(wanted) ? endOfScalar(text, offset) : undefined;
    if (end === undefined)
      return { offset, message: hintAt(text, offset, wanted) + expectations[wanted] };
    if (typeof end !== 'number') return end;
    [wanted, at] = [isKey ? 'colon' : (open.at(-1) ?? 'end'), end];
  }
}

/** `null` stands for an open array, which has no keys. */
type OpenKeys = Set<string> | null;

function checkDuplicates(text: string): void {
  const walker = walkTokens(text);
  const open: OpenKeys[] = [];
  let before = '';
  for (let token = walker.next(); token !== ''; before = token, token = walker.next()) {
    const keys = open.at(-1);
    if (token === '"' && keys && (before === '{' || before === ',')) {
      const key = walker.value();
      if (keys.has(key)) {
        const message = `the key ${JSON.stringify(key)} stands here a second time.`;
        throw new JsonError('duplicate', message, text, walker.start());
      }
      keys.add(key);
    }
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (depthChange(token) < 0) open.pop();
  }
}

function checkSyntax(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    const { offset, message } = findFault(text);
    throw new JsonError('syntax', message, text, offset);
  }
}

/**
 * Refuses with a {@link JsonError} what is not JSON (RFC 8259), is nested deeper than `depth`, or
 * holds the same key twice in one object: what such a text means is anybody's guess (section 4).
 */
export function checkJson(text: string, depth: number = maxDepth): void {
  checkDepth(text, depth);
  checkSyntax(text);
  checkDuplicates(text);
}
