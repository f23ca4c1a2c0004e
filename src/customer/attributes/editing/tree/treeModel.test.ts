import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { holdableText } from '../holdableText.ts';
import {
  addAfter,
  addInside,
  moveNode,
  newChild,
  removeNode,
  renameKey,
  setText,
} from './treeEdits.ts';
import { treeErrors } from './treeErrors.ts';
import { changeKind, kindChangeLoss } from './treeKinds.ts';
import {
  allNodes,
  createIds,
  find,
  isBranch,
  pathTo,
  readTree,
  writeTree,
  type TreeNode,
  type TreeScalar,
} from './treeModel.ts';
import { treeText } from './treeText.ts';

const kinds = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

const scalar = fc.oneof(
  fc.constantFrom('12345678901234567890', '1.0', '1e21', '-0', '1E-400', '0.1000', 'true', 'null'),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\u0041"', '"\\ud800"', '"a\\/b"', '"\\r\\n"', '"[1]"', '"{}"', '"yes"'),
);
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '',
    '10',
    '2',
    'a.b',
    'x[0]',
    ' ',
    '\ud800',
    'toString',
  ),
);

/** Compact JSON as `JSON.stringify` writes keys, with number texts and string escapes that it would not keep. */
const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
  json: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
  object: fc
    .uniqueArray(fc.tuple(key, tie('json')), { maxLength: 4, selector: ([name]) => name })
    .map((fields) => fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`))
    .map((fields) => `{${fields.join(',')}}`),
}));

/** A tree, one of its nodes, and the counter that gave their ids. */
const treeAndNode = fc.tuple(json, fc.nat()).map(([text, at]) => {
  const nextId = createIds();
  const tree = readTree(text, nextId);
  const nodes = [...allNodes(tree)];
  return { text, tree, nextId, node: nodes[at % nodes.length] ?? tree };
});

/** Every scalar, by id, as it would be written; without the parts below one node. */
function leaves(tree: TreeNode, except?: number): Map<number, string> {
  if (tree.id === except) return new Map();
  if (!isBranch(tree)) return new Map([[tree.id, writeTree(tree)]]);
  return new Map(tree.children.flatMap((child) => [...leaves(child, except)]));
}

/** The names on the way to every node, by id; without the parts below one node. */
function names(tree: TreeNode, except?: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const { id } of allNodes(tree)) {
    const path = pathTo(tree, id);
    if (!path.some((step) => step.id === except))
      found.set(id, JSON.stringify(path.map((step) => step.key)));
  }
  return found;
}

/** What stands in a scalar's control. */
const shownIn = ({ kind, text }: TreeScalar) => (kind === 'string' ? holdableText(text) : text);

/** What a person might type for a number, and what nobody should. */
const typedText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE[]{}":ntf '.split('')) }),
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** All that a change of one node must leave alone. */
const rest = (tree: TreeNode, except: number) => ({
  leaves: leaves(tree, except),
  names: names(tree, except),
});

describe('reading and writing', () => {
  it('gives back every text exactly, hostile keys and numbers included', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(writeTree(readTree(text))).toBe(text);
      }),
    );
  });

  it('gives back the same value whatever the white space and the escapes in names', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(writeTree(readTree(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
    expect(writeTree(readTree(' { "\\u0061" : [ 1.0 , -0 ] } '))).toBe('{"a":[1.0,-0]}');
  });

  it('keeps a key that stands twice, and the order of keys that look like numbers', () => {
    for (const text of ['{"a":1,"b":2,"a":3}', '{"10":1,"2":2,"__proto__":{"x":[]}}'])
      expect(writeTree(readTree(text))).toBe(text);
  });

  it('gives every node its own id', () => {
    fc.assert(
      fc.property(json, (text) => {
        const ids = [...allNodes(readTree(text))].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('reads a thousand levels, and ten thousand fields in little time', () => {
    const deep = '['.repeat(1_000) + ']'.repeat(1_000);
    expect(writeTree(readTree(deep))).toBe(deep);
    const wide = `{${Array.from({ length: 10_000 }, (_, at) => `"${at}":{"n":${at}.0}`).join(',')}}`;
    const start = performance.now();
    expect(writeTree(setText(readTree(wide), 3, '5'))).toContain('"0":{"n":5}');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('every change touches what it names and nothing else', () => {
  it('typing', () => {
    fc.assert(
      fc.property(treeAndNode, fc.string(), ({ tree, node }, typed) => {
        const after = setText(tree, node.id, typed);
        expect(rest(after, node.id)).toEqual(rest(tree, node.id));
        const now = find(after, node.id).node ?? node;
        expect(isBranch(now) || now.kind === 'null' || shownIn(now) === typed).toBe(true);
      }),
    );
  });

  it('typing what already stands in the control leaves even the escapes', () => {
    fc.assert(
      fc.property(treeAndNode, ({ tree, node }) => {
        const shown = isBranch(node) ? '' : shownIn(node);
        fc.pre(shown !== undefined);
        expect(writeTree(setText(tree, node.id, shown))).toBe(writeTree(tree));
      }),
    );
  });

  it('renaming', () => {
    fc.assert(
      fc.property(treeAndNode, key, ({ tree, node }, name) => {
        const after = renameKey(tree, node.id, name);
        expect(leaves(after)).toEqual(leaves(tree));
        expect(rest(after, node.id)).toEqual(rest(tree, node.id));
        const named = find(tree, node.id).parent?.kind === 'object';
        expect(find(after, node.id).node?.key).toBe(named ? name : '');
      }),
    );
  });

  it('adding, and removing what was added', () => {
    fc.assert(
      fc.property(treeAndNode, fc.boolean(), ({ text, tree, node, nextId }, inside) => {
        const around = inside ? node : find(tree, node.id).parent;
        fc.pre(around !== undefined && isBranch(around));
        const child = newChild(around, nextId);
        const after = (inside ? addInside : addAfter)(tree, node.id, child);
        expect(rest(after, child.id)).toEqual(rest(tree, child.id));
        const siblings = find(after, child.id).parent?.children.map(({ id }) => id) ?? [];
        expect(siblings.indexOf(child.id)).toBe(
          inside ? siblings.length - 1 : siblings.indexOf(node.id) + 1,
        );
        expect(writeTree(removeNode(after, child.id))).toBe(text);
      }),
    );
  });

  it('removing', () => {
    fc.assert(
      fc.property(treeAndNode, ({ tree, node }) => {
        const after = removeNode(tree, node.id);
        expect(find(after, node.id).node).toBe(node === tree ? tree : undefined);
        expect(rest(after, node.id)).toEqual(rest(tree, node.id));
      }),
    );
  });

  it('moving, and moving back', () => {
    fc.assert(
      fc.property(treeAndNode, fc.constantFrom(-1, 1), ({ text, tree, node }, by) => {
        const after = moveNode(tree, node.id, by);
        expect(leaves(after)).toEqual(leaves(tree));
        expect(names(after)).toEqual(names(tree));
        const back = after === tree ? tree : moveNode(after, node.id, by === 1 ? -1 : 1);
        expect(writeTree(back)).toBe(text);
      }),
    );
  });

  it('changing a kind, which keeps everything when it promised to lose nothing', () => {
    fc.assert(
      fc.property(treeAndNode, fc.constantFrom(...kinds), ({ tree, node, nextId }, kind) => {
        const loss = kindChangeLoss(node, kind);
        const after = changeKind(tree, node.id, kind, nextId);
        expect(rest(after, node.id)).toEqual(rest(tree, node.id));
        const now = find(after, node.id).node;
        expect(now?.kind).toBe(kind);
        expect(now?.key).toBe(node.key);
        const ids = [...allNodes(after)].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const kept = isBranch(node) && node.children.length > 0 && loss === undefined;
        const parts = (part: TreeNode | undefined) => [...leaves(part ?? tree).values()];
        // As a text it is its own JSON.
        const again =
          kept && now?.kind === 'string' ? readTree(JSON.parse(now.text) as string, nextId) : now;
        expect(!kept || parts(again).join() === parts(node).join()).toBe(true);
      }),
    );
  });

  it('shares all that did not change', () => {
    const tree = readTree('{"a":{"b":1},"c":{"d":2}}');
    const after = setText(tree, 3, '5');
    if (!isBranch(tree) || !isBranch(after)) throw new Error('not an object');
    expect(after.children[1]).toBe(tree.children[1]);
    expect(after.children[0]).not.toBe(tree.children[0]);
    expect(writeTree(tree)).toBe('{"a":{"b":1},"c":{"d":2}}');
  });
});

describe('texts', () => {
  it('gives a text with CR LF its line breaks back', () => {
    expect(writeTree(setText(readTree('"a\\r\\nb"'), 1, 'a\nb\nc'))).toBe('"a\\r\\nb\\r\\nc"');
    expect(writeTree(setText(readTree('"a\\nb"'), 1, 'a\nb\nc'))).toBe('"a\\nb\\nc"');
  });

  it.each(['"\\u0007"', '"a\\rb"', '"a\\r\\nb\\nc"', '"\\ud800"', '"\\udc00x"'])(
    'knows that no control can hold %s',
    (text) => expect(holdableText(text)).toBeUndefined(),
  );

  it.each(['"a\\tb\\nc"', '"a\\r\\nb"', '"😀"', '""', '"\\u2028"'])(
    'knows that a control can hold %s',
    (text) => expect(holdableText(text)).toBeDefined(),
  );
});

describe('changing a kind', () => {
  it.each([
    ['"12"', 'number', '12'],
    ['" 12.50 "', 'number', '12.50'],
    ['"12 kg"', 'number', '?12 kg'],
    ['"007"', 'number', '007'],
    ['12345678901234567890', 'string', '"12345678901234567890"'],
    ['1.0', 'array', '[1.0]'],
    ['"a\\/b"', 'array', '["a\\/b"]'],
    ['""', 'array', '[]'],
    ['null', 'object', '{}'],
    ['null', 'string', '""'],
    ['null', 'boolean', '?'],
    ['true', 'string', '"true"'],
    ['"Yes"', 'boolean', 'true'],
    ['"false"', 'boolean', 'false'],
    ['"[1.0]"', 'array', '[1.0]'],
    ['"{\\"10\\":-0}"', 'object', '{"10":-0}'],
    ['[1.0,{"a":2}]', 'object', '{"1":1.0,"2":{"a":2}}'],
    ['{}', 'null', 'null'],
    ['{}', 'string', '""'],
    ['{"b":1.0,"10":"x"}', 'string', '"{\\"b\\":1.0,\\"10\\":\\"x\\"}"'],
  ] as const)('%s to %s loses nothing: %s', (text, kind, after) => {
    const nextId = createIds();
    const tree = readTree(text, nextId);
    expect(kindChangeLoss(tree, kind)).toBeUndefined();
    expect(writeTree(changeKind(tree, 1, kind, nextId))).toBe(after);
  });

  it.each([
    ['{"a":1,"b":2,"c":3}', 'boolean', '3 fields', '?'],
    ['[1,2]', 'null', '2 items', 'null'],
    ['[1]', 'number', '1 item', '?'],
    ['{"a":1.0}', 'array', 'the names of 1 field', '[1.0]'],
    ['"gold"', 'boolean', 'the text “gold”', '?'],
    ['"gold"', 'object', 'the text “gold”', '{}'],
    ['12', 'null', 'the number 12', 'null'],
    ['false', 'number', 'the answer No', '?'],
    ['"one\\ntwo"', 'number', 'the text “one two”', '?'],
    ['"{\\"a\\":1,\\"a\\":2}"', 'object', 'the text “{"a":1,"a":2}”', '{}'],
  ] as const)('%s to %s loses %s', (text, kind, loss, after) => {
    const nextId = createIds();
    const tree = readTree(text, nextId);
    expect(kindChangeLoss(tree, kind)).toBe(loss);
    expect(writeTree(changeKind(tree, 1, kind, nextId))).toBe(after);
  });
});

describe('errors', () => {
  const { notANumber, notChosen, sameName } = treeText.errors;

  it('are none in what was read, and a name that stands twice is wrong at both', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(treeErrors(readTree(text)).size).toBe(0);
      }),
    );
    const twice = treeErrors(readTree('[{"a":1,"b":{"a":1},"a":2}]'));
    expect([...twice]).toEqual([
      [3, { key: sameName }],
      [6, { key: sameName }],
    ]);
  });

  it.each([
    '',
    '1,5',
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    'NaN',
    '0x1',
    '1 2',
    '"1"',
    'null',
    '[1]',
    '１',
  ])('tells that %j is not a number, and writes nothing that could be read as one', (typed) => {
    for (const around of ['[0]', '[0,1]', '{"a":0}', '0']) {
      const tree = readTree(around);
      const after = setText(tree, isBranch(tree) ? 2 : 1, typed);
      expect([...treeErrors(after).values()]).toEqual([{ value: notANumber }]);
      expect(isJson(writeTree(after))).toBe(false);
      expect(writeTree(after)).toContain(typed);
    }
  });

  it('never lets an invalid tree pass for JSON, whatever was typed', () => {
    fc.assert(
      fc.property(treeAndNode, typedText, ({ tree, node }, typed) => {
        fc.pre(node.kind === 'number' || node.kind === 'boolean');
        const after = setText(tree, node.id, typed);
        const written = writeTree(after);
        const right = treeErrors(after).size === 0;
        expect(isJson(written)).toBe(right);
        expect(!right || equalJson(writeTree(find(after, node.id).node ?? after), typed)).toBe(
          true,
        );
      }),
    );
  });

  it('asks for a choice', () => {
    const nextId = createIds();
    const tree = changeKind(readTree('null', nextId), 1, 'boolean', nextId);
    expect([...treeErrors(tree)]).toEqual([[1, { value: notChosen }]]);
    expect(treeErrors(setText(tree, 1, 'true')).size).toBe(0);
  });
});
