import { kindOf } from '../json/kindOf.ts';
import { pointerTo, type Keyword } from './compile.ts';
import { listKeywords } from './listKeywords.ts';
import { numberKeywords } from './numberKeywords.ts';
import { objectKeywords } from './objectKeywords.ts';
import { textKeywords } from './textKeywords.ts';
import { textList } from './keywordValues.ts';

const kinds: [keywords: Record<string, Keyword>, types: string[]][] = [
  [numberKeywords, ['number', 'integer']],
  [textKeywords, ['string']],
  [listKeywords, ['array']],
  [objectKeywords, ['object']],
];

/**
 * Reports a rule beside a `type`, its own or its `$ref`'s, that it says nothing about, such as `maximum` for texts. JSON Schema
 * allows it, and enforces nothing: who wrote it believes otherwise.
 */
export function checkKinds(
  fields: ReadonlyMap<string, string>,
  type: string | undefined,
  pointer: string,
  problem: (pointer: string, message: string) => void,
) {
  if (type === undefined) return;
  const declared = kindOf(type) === 'string' ? [String(JSON.parse(type))] : (textList(type) ?? []);
  for (const [keywords, types] of kinds)
    for (const name of Object.keys(keywords))
      if (fields.has(name) && !declared.some((each) => types.includes(each)))
        problem(pointerTo(pointer, name), `says nothing about values of "type": ${type}.`);
}
