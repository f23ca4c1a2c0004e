import { expect, it } from 'vitest';
import { panel } from './panel.ts';

const attributeSchema = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "required": ["tier"],
  "properties": {
    "tier": { "enum": ["gold", "silver"], "x-enum-labels": ["Gold", "Silver"] },
    "points": { "type": "integer", "maximum": 12345678901234567890 },
    "spent": { "readOnly": true, "maximum": 1.00 },
    "order": { "properties": { "items": { "items": { "required": ["name"] } } } },
    "__proto__": { "type": "string" }
  }
}
`;

const customer =
  '{"id":"maya","customAttributes":{"tier":"bronze","points":12345678901234567891,"spent":5,"free":1}}';
const world = () => panel({ attributeSchema }, [customer]);

async function errorsOf(response: Response): Promise<unknown> {
  const problem = (await response.json()) as { code: string; errors: unknown };
  expect([response.status, problem.code]).toEqual([422, 'invalid']);
  return problem.errors;
}

it("answers the brand's document as it is written", async () => {
  const response = await world().ask('GET', '/api/attribute-definitions');
  expect(response.headers.get('Content-Type')).toContain('application/json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.text()).toBe(attributeSchema);
});

it('refuses every edit that breaks a rule, at once, and asks Gladly nothing', async () => {
  const { save, control } = world();
  const edits = [
    '{"key":"tier","from":"bronze","to":"iron"}',
    '{"key":"points","from":12345678901234567891,"to":12345678901234567892}',
    '{"key":"spent","from":5,"to":1}',
    '{"key":"order","to":{"items":[{"name":1},{}]}}',
    '{"key":"__proto__","to":{"polluted":true}}',
    '{"key":"free","from":1,"to":2}',
  ];
  expect(await errorsOf(await save('maya', edits.join(',')))).toEqual([
    { key: 'tier', message: 'Must be one of Gold or Silver.' },
    { key: 'points', message: 'At most 12345678901234567890.' },
    { key: 'spent', message: expect.stringContaining('read-only') },
    { key: 'order', path: 'items[1].name', message: 'This is missing.' },
    { key: '__proto__', message: 'Must be text.' },
  ]);
  expect(control.requests).toEqual([]);
});

it('refuses to remove what is required or read-only', async () => {
  const { save, control } = world();
  const response = await save('maya', '{"key":"tier","from":"bronze"},{"key":"spent","from":5}');
  expect(await errorsOf(response)).toEqual([
    { key: 'tier', message: expect.stringContaining('cannot be removed') },
    { key: 'spent', message: expect.stringContaining('read-only') },
  ]);
  expect(control.requests).toEqual([]);
});

it('refuses to remove what is required where removing writes an empty text', async () => {
  const { save } = panel({ attributeSchema, clearWithEmptyString: true }, [customer]);
  expect(await errorsOf(await save('maya', '{"key":"tier","from":"bronze"}'))).toHaveLength(1);
});

it('saves other keys beside values that break their rules already', async () => {
  const { save, writes } = world();
  const response = await save(
    'maya',
    '{"key":"free","from":1,"to":{"any":[1.0]}},{"key":"new","to":null}',
  );
  expect(response.status).toBe(200);
  expect(writes).toEqual([
    '{"customAttributes":{"tier":"bronze","points":12345678901234567891,"spent":5,"free":{"any":[1.0]},"new":null}}',
  ]);
});

it('lets a broken value be mended, and an optional one be removed', async () => {
  const { save, control } = world();
  const mended =
    '{"key":"tier","from":"bronze","to":"gold"},{"key":"points","from":12345678901234567891}';
  expect((await save('maya', mended)).status).toBe(200);
  expect(control.profileText('maya')).toContain('{"tier":"gold","spent":5,"free":1}');
});

it('takes an edit that changes nothing, whatever the rules say, and writes nothing', async () => {
  const { save, writes } = world();
  const response = await save(
    'maya',
    '{"key":"tier","from":"bronze","to":"bronze"},{"key":"spent","from":5.0,"to":5}',
  );
  expect(response.status).toBe(200);
  expect(writes).toEqual([]);
  const stale = await save('maya', '{"key":"tier","from":"iron","to":"iron"}');
  expect(stale.status).toBe(409);
  expect(writes).toEqual([]);
});

it('takes anything where nothing is described', async () => {
  const { save } = panel({}, [customer]);
  expect((await save('maya', '{"key":"tier","from":"bronze"},{"key":"x","to":[{}]}')).status).toBe(
    200,
  );
});
