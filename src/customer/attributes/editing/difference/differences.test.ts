import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalJson, equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { elements, members, objectText } from '#src/contract/json/members.ts';
import { differences, firstDifferences, type Difference } from './differences.ts';

const scalar = fc.oneof(
  fc.constantFrom('null', 'true', 'false', '0', '-0', '1', '1.0', '10e-1', '1e400', '1e401'),
  fc.constantFrom('12345678901234567890', '12345678901234567891', '"1"', '""', '"\\ud800"'),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.integer().map(String),
);
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '', '10', '2', '007', 'a.b', 'x[0]', 'a', 'b'),
  fc.string({ unit: 'binary' }),
);

const jsonOf = (withLists: boolean) =>
  fc.letrec<{ json: string }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc
        .uniqueArray(fc.record({ key, json: tie('json') }), { selector: (member) => member.key })
        .map(objectText),
      ...(withLists ? [fc.array(tie('json')).map((list) => `[ ${list.join(' ,')}]`)] : []),
    ),
  })).json;

const json = jsonOf(true);
const withoutLists = jsonOf(false);
const orAbsent = (texts: fc.Arbitrary<string>) => fc.option(texts, { nil: undefined, freq: 8 });

type Segments = (string | number)[];

function itemsOf(text: string): [string | number, string][] {
  const listed = elements(text)?.map((item, index): [number, string] => [index, item]);
  return (
    listed ?? (members(text) ?? []).map((member): [string, string] => [member.key, member.json])
  );
}

/** What stands at a path. */
function at(text: string | undefined, path: Segments): string | undefined {
  return path.reduce<string | undefined>(
    (found, segment) =>
      found === undefined ? undefined : itemsOf(found).find(([part]) => part === segment)?.[1],
    text,
  );
}

/** The value with another one at a path; an absent one takes the member away. */
function put(
  text: string | undefined,
  path: Segments,
  value: string | undefined,
): string | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const before = itemsOf(text ?? '{}');
  const inside = put(before.find(([part]) => part === first)?.[1], rest, value);
  const changed = before.flatMap(([part, old]): [string | number, string][] => {
    if (part !== first) return [[part, old]];
    return inside === undefined ? [] : [[part, inside]];
  });
  if (inside !== undefined && !before.some(([part]) => part === first))
    changed.push([first, inside]);
  return text !== undefined && elements(text)
    ? `[${changed.map(([, item]) => item).join()}]`
    : objectText(changed.map(([part, item]) => ({ key: String(part), json: item })));
}

/** The paths of everything inside that has no parts. */
function leaves(text: string, path: Segments = []): Segments[] {
  const items = itemsOf(text);
  return items.length === 0
    ? [path]
    : items.flatMap(([part, item]) => leaves(item, [...path, part]));
}

function reversed(text: string): string {
  const listed = elements(text);
  if (listed) return `[${listed.map(reversed).join()}]`;
  const object = members(text);
  if (!object) return text;
  return objectText(
    object.toReversed().map((member) => ({ key: member.key, json: reversed(member.json) })),
  );
}

const kindOf = ({ base, theirs, yours }: Difference) =>
  equalOrAbsent(base, theirs)
    ? equalOrAbsent(base, yours)
      ? 'none'
      : 'yours'
    : equalOrAbsent(base, yours)
      ? 'theirs'
      : equalOrAbsent(theirs, yours)
        ? 'same'
        : 'both';

const summary = (found: Difference[]) =>
  found.map(({ path, kind }) => JSON.stringify([path, kind])).toSorted();

describe('for any three values', () => {
  const three = fc.tuple(orAbsent(json), orAbsent(json), orAbsent(json));

  it('there are no differences if and only if all are equal', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        const equal = equalOrAbsent(base, theirs) && equalOrAbsent(base, yours);
        expect(differences(base, theirs, yours).length === 0).toBe(equal);
      }),
    );
    fc.assert(
      fc.property(json, (value) => {
        expect(differences(value, ` ${value}\n`, reversed(value))).toEqual([]);
        expect(differences(value, undefined, value)).toHaveLength(1);
      }),
    );
  });

  it('every difference is one, of the kind it says, at a place that base has or lacks', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        for (const difference of differences(base, theirs, yours)) {
          expect(kindOf(difference)).toBe(difference.kind);
          const there = difference.base !== undefined;
          expect(there ? at(base, difference.path) : undefined).toBe(difference.base);
        }
      }),
    );
  });

  it('the order of keys does not matter', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        const turned = (text: string | undefined) => (text === undefined ? text : reversed(text));
        const before = summary(differences(base, theirs, yours));
        expect(summary(differences(turned(base), theirs, yours))).toEqual(before);
        expect(summary(differences(base, turned(theirs), turned(yours)))).toEqual(before);
      }),
    );
  });

  it('without lists they are all that makes theirs and yours of base, each at its path', () => {
    const objects = fc.tuple(
      orAbsent(withoutLists),
      orAbsent(withoutLists),
      orAbsent(withoutLists),
    );
    fc.assert(
      fc.property(objects, ([base, theirs, yours]) => {
        const found = differences(base, theirs, yours);
        expect(new Set(found.map(({ path }) => JSON.stringify(path))).size).toBe(found.length);
        for (const { path, ...values } of found)
          expect([at(base, path), at(theirs, path), at(yours, path)]).toEqual([
            values.base,
            values.theirs,
            values.yours,
          ]);
        const apply = (side: 'theirs' | 'yours') =>
          found.reduce((text, found_) => put(text, found_.path, found_[side]), base);
        expect(equalOrAbsent(apply('theirs'), theirs)).toBe(true);
        expect(equalOrAbsent(apply('yours'), yours)).toBe(true);
      }),
    );
  });
});

describe('for one changed leaf', () => {
  const changed = fc
    .tuple(json, fc.nat(), scalar)
    .map(([value, nth, leaf]) => {
      const paths = leaves(value);
      const path = paths[nth % paths.length] ?? [];
      return { value, path, leaf, after: put(value, path, leaf) ?? '' };
    })
    .filter(({ value, path, leaf }) => !equalJson(at(value, path) ?? '', leaf));

  it('there is exactly that path', () => {
    fc.assert(
      fc.property(changed, ({ value, path, leaf, after }) => {
        const base = at(value, path);
        expect(differences(value, after, value)).toEqual([
          { path, kind: 'theirs', base, theirs: leaf, yours: base },
        ]);
        expect(differences(value, value, after)).toEqual([
          { path, kind: 'yours', base, theirs: base, yours: leaf },
        ]);
        expect(differences(value, after, after)).toEqual([
          { path, kind: 'same', base, theirs: leaf, yours: leaf },
        ]);
      }),
    );
  });
});

describe('in lists', () => {
  it.each<[string, string, string, string, Difference[]]>([
    [
      'an item added in front',
      '["a","b"]',
      '["new","a","b"]',
      '["a","b"]',
      [{ path: [0], kind: 'theirs', theirs: '"new"' }],
    ],
    [
      'an item taken away from the middle',
      '["a","b","c"]',
      '["a","c"]',
      '["a","b","c"]',
      [{ path: [1], kind: 'theirs', base: '"b"', yours: '"b"' }],
    ],
    [
      'theirs added in front while yours changed inside an item',
      '[{"sku":"A","qty":1},{"sku":"B","qty":1}]',
      '[{"sku":"N","qty":9},{"sku":"A","qty":1},{"sku":"B","qty":1}]',
      '[{"sku":"A","qty":1},{"sku":"B","qty":2}]',
      [
        { path: [0], kind: 'theirs', theirs: '{"sku":"N","qty":9}' },
        { path: [1, 'qty'], kind: 'yours', base: '1', theirs: '1', yours: '2' },
      ],
    ],
    [
      'added in front and changed further on by the same side',
      '["a","b","c"]',
      '["new","a","b","C"]',
      '["a","b","c"]',
      [
        { path: [0], kind: 'theirs', theirs: '"new"' },
        { path: [2], kind: 'theirs', base: '"c"', theirs: '"C"', yours: '"c"' },
      ],
    ],
    [
      'both added at the end, one item alike',
      '["a"]',
      '["a","x"]',
      '["a","w","x"]',
      [
        { path: [1], kind: 'yours', yours: '"w"' },
        { path: [1], kind: 'same', theirs: '"x"', yours: '"x"' },
      ],
    ],
    [
      'both added something else at the same place',
      '[]',
      '[{"a":1}]',
      '[{"a":2}]',
      [{ path: [0, 'a'], kind: 'both', theirs: '1', yours: '2' }],
    ],
    [
      'one side emptied it, the other changed an item',
      '[1,2]',
      '[]',
      '[1,3]',
      [
        { path: [0], kind: 'theirs', base: '1', yours: '1' },
        { path: [1], kind: 'both', base: '2', yours: '3' },
      ],
    ],
    [
      'an item more of the same',
      '[1,1]',
      '[1,1,1]',
      '[1,1]',
      [{ path: [2], kind: 'theirs', theirs: '1' }],
    ],
    [
      'added in front of an item whose keys stand in another order',
      '[{"a":1,"b":2}]',
      '[{"n":0},{"b":2,"a":1}]',
      '[{"a":1,"b":2}]',
      [{ path: [0], kind: 'theirs', theirs: '{"n":0}' }],
    ],
    ['equal numbers written otherwise', '[1,2.0]', '[1.0,2]', '[10e-1,2]', []],
  ])('%s', (_name, base, theirs, yours, expected) => {
    expect(differences(base, theirs, yours)).toEqual(expected);
  });

  it('an item more anywhere is one difference', () => {
    const distinct = fc.uniqueArray(fc.integer(), { maxLength: 30 });
    fc.assert(
      fc.property(distinct, fc.nat(), (list, nth) => {
        const index = nth % (list.length + 1);
        const more = JSON.stringify(list.toSpliced(index, 0, 0.5));
        const less = JSON.stringify(list);
        expect(differences(less, more, less)).toEqual([
          { path: [index], kind: 'theirs', theirs: '0.5' },
        ]);
        expect(differences(more, less, more)).toEqual([
          { path: [index], kind: 'theirs', base: '0.5', yours: '0.5' },
        ]);
      }),
    );
  });
});

describe('what is compared as a whole', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined, Difference]>([
    [
      'removed against changed inside',
      '{"a":1}',
      undefined,
      '{"a":2}',
      { path: [], kind: 'both', base: '{"a":1}', yours: '{"a":2}' },
    ],
    [
      'another kind of value',
      '{"a":[1]}',
      '{"a":{"b":1}}',
      '{"a":[2]}',
      { path: ['a'], kind: 'both', base: '[1]', theirs: '{"b":1}', yours: '[2]' },
    ],
    [
      'a number and the text of it',
      '{"a":1}',
      '{"a":"1"}',
      '{"a":1}',
      { path: ['a'], kind: 'theirs', base: '1', theirs: '"1"', yours: '1' },
    ],
    [
      'added empty by one and filled by the other',
      undefined,
      '{}',
      '{"a":1}',
      { path: [], kind: 'both', theirs: '{}', yours: '{"a":1}' },
    ],
    [
      'made the same object, with its keys in another order',
      '0',
      '{"a":1,"b":[2]}',
      '{"b":[2.0],"a":1}',
      { path: [], kind: 'same', base: '0', theirs: '{"a":1,"b":[2]}', yours: '{"b":[2.0],"a":1}' },
    ],
    ['added alike', undefined, '1', '1.0', { path: [], kind: 'same', theirs: '1', yours: '1.0' }],
    [
      'an own __proto__',
      '{"__proto__":{"a":1}}',
      '{"__proto__":{"a":1}}',
      '{"__proto__":{"a":2}}',
      { path: ['__proto__', 'a'], kind: 'yours', base: '1', theirs: '1', yours: '2' },
    ],
    [
      'a key that looks like an index',
      '{"0":[1]}',
      '{"0":[2]}',
      '{"0":[1]}',
      { path: ['0', 0], kind: 'theirs', base: '1', theirs: '2', yours: '1' },
    ],
    [
      'numbers that are the same double',
      '[9007199254740992]',
      '[9007199254740993]',
      '[9007199254740992.0]',
      {
        path: [0],
        kind: 'theirs',
        base: '9007199254740992',
        theirs: '9007199254740993',
        yours: '9007199254740992.0',
      },
    ],
  ])('%s', (_name, base, theirs, yours, expected) => {
    expect(differences(base, theirs, yours)).toEqual([expected]);
  });
});

it('looks inside what both added, and keeps the order of base', () => {
  expect(
    summary(differences(undefined, '{"plan":"gold","n":1}', '{"plan":"silver","n":1,"z":0}')),
  ).toEqual(['[["n"],"same"]', '[["plan"],"both"]', '[["z"],"yours"]']);
  expect(
    differences('{"b":1,"a":1}', '{"a":2,"c":0,"b":2}', '{"d":0,"a":1,"b":1}').map(
      ({ path }) => path[0],
    ),
  ).toEqual(['b', 'a', 'c', 'd']);
});

describe('limits', () => {
  const deep = (inside: string, levels: number) =>
    '[{"a":'.repeat(levels / 2) + inside + '}]'.repeat(levels / 2);

  it.each([200, 1_000])('goes %i levels deep', (levels) => {
    const [found, ...others] = differences(deep('1', levels), deep('2', levels), deep('1', levels));
    expect(others).toEqual([]);
    expect(found?.path).toHaveLength(levels);
    expect(found).toMatchObject({ kind: 'theirs', base: '1', theirs: '2' });
  });

  it('keeps the first ones and counts the rest', () => {
    const list = (value: string) => `[${Array.from({ length: 50 }, () => value).join()}]`;
    const found = firstDifferences(list('1'), list('2'), list('1'), 5);
    expect(found.more).toBe(45);
    expect(found.differences.map(({ path }) => path)).toEqual([[0], [1], [2], [3], [4]]);
    expect(firstDifferences('1', '2', '1').more).toBe(0);
  });

  it('compares large and deep values in time that grows with their length', () => {
    const large = (from: number) =>
      JSON.stringify(Array.from({ length: 20_000 }, (_item, index) => ({ id: index + from })));
    const wide = (inside: string) => {
      let text = inside;
      for (let level = 0; level < 198; level += 1)
        text = `{"deep":${text},"wide":"${'x'.repeat(2_000)}"}`;
      return text;
    };
    const start = performance.now();
    expect(firstDifferences(large(0), large(1), large(0)).more).toBeGreaterThan(0);
    expect(differences(large(0), large(0), undefined)).toHaveLength(1);
    expect(differences(wide('1'), wide('2'), wide('3'))).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
