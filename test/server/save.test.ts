import { describe, expect, it } from 'vitest';
import type { WorldOptions } from '#src/dev/createWorld.ts';
import { maya, noor, panel } from './panel.ts';

const tier = '{"key":"tier","from":"gold","to":"platinum"}';
const saveRequests = ['GET', 'PATCH', 'GET'];

/** Status and body; a body without the customer, which other tests read. */
async function read(response: Response | Promise<Response>) {
  const { status, headers } = await response;
  const text = await (await response).text();
  const { customer, ...body } = JSON.parse(text) as Record<string, unknown>;
  return { status, text, customer, body, type: headers.get('Content-Type') };
}
const saved = (...keys: string[]) => keys.map((key) => ({ key, outcome: 'saved' }));

describe.each(['replace', 'merge'] as const)('where Gladly means %s', (customAttributes) => {
  const open = (options: WorldOptions = {}, profiles?: readonly string[]) =>
    panel({ customAttributes, ...options }, profiles);
  const replaces = customAttributes === 'replace';

  it('changes, removes and adds, and says what is there afterwards', async () => {
    const { save, control, writes, asked } = open();
    const { status, body, text, type } = await read(
      save('maya', `{"key":"new","to":{"b":1.0,"1":-0}},{"key":"old","from":"x"},${tier}`),
    );
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toEqual({
      results: [
        { key: 'new', outcome: 'saved' },
        replaces
          ? { key: 'old', outcome: 'saved' }
          : { key: 'old', outcome: 'altered', value: 'x' },
        { key: 'tier', outcome: 'saved' },
      ],
      otherChanges: [],
    });
    // Everything, so that it is right under both readings; and nothing but the attributes.
    expect(writes).toEqual([
      '{"customAttributes":{"tier":"platinum","10":"ten","2":1.0,"points":12345678901234567890,"new":{"b":1.0,"1":-0}}}',
    ]);
    expect(text).toContain(`"customAttributes":${attributesText(control, 'maya')}`);
    expect(JSON.parse(control.profileText('maya'))).toMatchObject({
      emails: [{ original: 'Maya.Lindqvist@example.com' }],
      phones: [{ original: '+44 7700 900123' }],
    });
    expect(asked()).toEqual(saveRequests);
  });

  it('writes nothing when everything is there already', async () => {
    const { save, asked } = open();
    const edits = [
      '{"key":"tier","from":"silver","to":"gold"}',
      '{"key":"2","to":1}',
      '{"key":"gone","from":{"x":1}}',
      '{"key":"points","from":1,"to":123456789012345678900e-1}',
    ];
    const { status, body } = await read(save('maya', edits.join()));
    expect([status, body]).toEqual([
      200,
      {
        results: saved('tier', '2', 'gone', 'points'),
        otherChanges: [],
        found: ['tier', '2', 'gone', 'points'],
      },
    ]);
    expect(asked()).toEqual(['GET']);
  });

  it('does what is left to do when some is there already', async () => {
    const { save, writes } = open();
    const { body } = await read(save('maya', `{"key":"gone","from":1},${tier},{"key":"2","to":1}`));
    expect(body).toEqual({
      results: saved('gone', 'tier', '2'),
      otherChanges: [],
      found: ['gone', '2'],
    });
    expect(writes).toHaveLength(1);
    expect(writes[0]).toContain('"2":1.0');
  });

  it('adds the first attribute to a customer who has none', async () => {
    for (const profile of ['{"id":"maya"}', '{"id":"maya","customAttributes":null}']) {
      const { save, writes } = open({}, [profile]);
      const { body } = await read(save('maya', '{"key":"__proto__","to":{"__proto__":[]}}'));
      expect(body).toEqual({ results: saved('__proto__'), otherChanges: [] });
      expect(writes).toEqual(['{"customAttributes":{"__proto__":{"__proto__":[]}}}']);
    }
  });

  it('tells what is nothing from what is not there', async () => {
    for (const from of ['null', '""', '[]', '{}', '0', 'false']) {
      const { save, control } = open();
      control.changeElsewhere('maya', { set: { tier: from } });
      for (const other of ['null', '""', '[]', '{}', '0', 'false', undefined].filter(
        (value) => value !== from,
      )) {
        const base = other === undefined ? '' : `"from":${other},`;
        expect((await save('maya', `{"key":"tier",${base}"to":"x"}`)).status).toBe(409);
      }
      expect((await save('maya', `{"key":"tier","from":${from},"to":"x"}`)).status).toBe(200);
    }
  });

  it('changes nothing when one of the edits conflicts, and says all that conflict', async () => {
    const { save, control, asked } = open();
    control.changeElsewhere('maya', {
      set: { tier: '"silver"', points: '12345678901234567891', added: '{"b":1,"1":2.0}' },
      remove: ['old'],
    });
    const before = control.profileText('maya');
    const { status, type, text, body, customer } = await read(
      save(
        'maya',
        [
          '{"key":"2","from":1,"to":2}',
          tier,
          '{"key":"points","from":12345678901234567890}',
          '{"key":"old","from":"x","to":"y"}',
          '{"key":"added","to":1}',
        ].join(),
      ),
    );
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(body).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      detail: expect.any(String),
      status: 409,
      code: 'conflict',
      conflicts: expect.any(Array),
    });
    expect(text).toContain(
      `"conflicts":[${[
        '{"key":"tier","base":"gold","theirs":"silver","yours":"platinum"}',
        '{"key":"points","base":12345678901234567890,"theirs":12345678901234567891}',
        '{"key":"old","base":"x","yours":"y"}',
        '{"key":"added","theirs":{"b":1,"1":2.0},"yours":1}',
      ].join()}]`,
    );
    expect(customer).toMatchObject({ id: 'maya', customAttributes: { tier: 'silver' } });
    expect(text).toContain(`"customAttributes":${attributesText(control, 'maya')}`);
    expect(control.profileText('maya')).toBe(before);
    expect(asked()).toEqual(['GET']);
  });

  it('says what others changed between read and read-back', async () => {
    const { save, between, control } = open();
    between(async (request, pass) => {
      const answer = await pass(request);
      if (request.method === 'PATCH')
        control.changeElsewhere('maya', {
          set: { tier: '"bronze"', '2': '1.00', points: '1', seen: 'null' },
          remove: ['10', 'new'],
        });
      return answer;
    });
    const { body } = await read(
      save('maya', `${tier},{"key":"new","to":1},{"key":"old","from":"x","to":"y"}`),
    );
    expect(body).toEqual({
      results: [
        { key: 'tier', outcome: 'altered', value: 'bronze' },
        { key: 'new', outcome: 'missing' },
        { key: 'old', outcome: 'saved' },
      ],
      otherChanges: ['10', 'points', 'seen'],
    });
  });

  it('reports truly what the window between read and write did', async () => {
    const { save, between, control } = open();
    between(async (request, pass) => {
      if (request.method === 'PATCH') control.changeElsewhere('maya', { set: { seen: '1' } });
      return pass(request);
    });
    const { body, customer } = await read(save('maya', tier));
    expect(body).toEqual({ results: saved('tier'), otherChanges: replaces ? [] : ['seen'] });
    expect(Object.hasOwn(Object(customer), 'customAttributes')).toBe(true);
    expect(new Map(control.attributes('maya')).has('seen')).toBe(!replaces);
  });

  it.each([
    { kind: 'cut' },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503, headers: { 'Retry-After': '0' } },
    { kind: 'status', status: 302, headers: { Location: 'https://evil.example/x' } },
    { kind: 'delay', ms: 60_000 },
    { kind: 'truncate' },
    { kind: 'garbage', body: '<html>', contentType: 'text/html' },
  ] as const)('looks what is there after a PATCH that ended in $kind', async (fault) => {
    for (const applied of fault.kind === 'truncate' ? [true] : [true, false]) {
      const { save, control, asked } = open({ timeoutMs: fault.kind === 'delay' ? 150 : 10_000 });
      control.failNext({ ...fault, method: 'PATCH', applied });
      const { status, body } = await read(save('maya', `${tier},{"key":"new","to":1}`));
      expect([status, body]).toEqual([
        200,
        {
          results: applied
            ? saved('tier', 'new')
            : [
                { key: 'tier', outcome: 'altered', value: 'gold' },
                { key: 'new', outcome: 'missing' },
              ],
          otherChanges: [],
          // An answer without its body is a yes all the same.
          ...(!applied && fault.kind !== 'garbage' && { unclear: true }),
        },
      ]);
      // What is not there yet may be on its way.
      const further = { true: [], false: fault.kind === 'garbage' ? ['GET'] : ['GET', 'GET'] };
      expect(asked()).toEqual([...saveRequests, ...further[`${applied}`]]);
    }
  });

  it.each([1, 2])('finds a write that arrives while it waits for the %i. time', async (wait) => {
    const waits: number[] = [];
    const { save, control } = open({
      clock: {
        random: () => 0,
        async sleep(ms) {
          if (waits.push(ms) === wait) await control.arrive();
        },
      },
    });
    control.failNext({ kind: 'late', method: 'PATCH' });
    const { body } = await read(save('maya', tier));
    expect(body).toEqual({ results: saved('tier'), otherChanges: [] });
    expect(waits).toEqual([1_000, 3_000].slice(0, wait));
  });

  it('admits that a write may still arrive when it has waited long enough', async () => {
    const { save, control } = open();
    control.failNext({ kind: 'late', method: 'PATCH' });
    const { body } = await read(save('maya', tier));
    expect(body).toEqual({
      results: [{ key: 'tier', outcome: 'altered', value: 'gold' }],
      otherChanges: [],
      unclear: true,
    });
    await control.arrive();
    expect(new Map(control.attributes('maya')).get('tier')).toBe('"platinum"');
  });

  it('does not wait once anything of the write is there', async () => {
    const { save, asked } = open();
    await save('maya', `${tier},{"key":"old","from":"x"}`);
    expect(asked()).toEqual(saveRequests);
  });

  it.each([
    { kind: 'cut' },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429 },
    { kind: 'status', status: 401 },
    { kind: 'status', status: 404 },
    { kind: 'delay', ms: 60_000 },
    { kind: 'truncate' },
    { kind: 'garbage', body: '{"id":"maya","customAttributes":[]}' },
    { kind: 'garbage', body: '{"id":"noor","customAttributes":{"tier":"platinum"}}' },
  ] as const)('admits that nobody knows when the read-back ends in $kind', async (fault) => {
    for (const patch of [undefined, 'cut'] as const) {
      const { save, control, asked } = open({ timeoutMs: fault.kind === 'delay' ? 150 : 10_000 });
      if (patch) control.failNext({ kind: patch, method: 'PATCH', applied: true });
      control.failNext({ ...fault, method: 'GET', skip: 1, times: 3 });
      const { status, body } = await read(save('maya', tier));
      expect([status, body['code'], body['unverified']]).toEqual([
        503,
        'upstream_unavailable',
        true,
      ]);
      expect(asked().filter((method) => method === 'PATCH')).toHaveLength(1);
    }
  });

  it('repeats the read-back until Gladly answers', async () => {
    const { save, control } = open();
    control.failNext({ kind: 'status', status: 429, method: 'GET', skip: 1, times: 2 });
    expect((await read(save('maya', tier))).body).toMatchObject({ results: saved('tier') });
  });

  it.each([
    [429, 429, 'rate_limited'],
    [401, 503, 'upstream_unavailable'],
    [403, 503, 'upstream_unavailable'],
    [400, 422, 'invalid'],
    [409, 422, 'invalid'],
    [413, 422, 'invalid'],
    [404, 404, 'not_found'],
  ])(
    'says that nothing was written after a PATCH refused with %i',
    async (refused, status, code) => {
      const { save, control, asked } = open();
      control.failNext({
        kind: 'status',
        status: refused,
        method: 'PATCH',
        headers: { 'Retry-After': '7' },
        body: '{"errors":{"attr":"customAttributes.new","code":"x","detail":"raw words"}}',
      });
      const response = await save('maya', `${tier},{"key":"new","to":1}`);
      const { body, text } = await read(response);
      expect([response.status, body['code'], body['unverified']]).toEqual([
        status,
        code,
        undefined,
      ]);
      expect(response.headers.get('Retry-After')).toBe(refused === 429 ? '7' : null);
      expect(text).not.toContain('raw words');
      const errors = [{ key: 'new', message: expect.any(String) }];
      expect(body['errors']).toEqual(code === 'invalid' ? errors : undefined);
      expect(asked().filter((method) => method === 'PATCH')).toHaveLength(1);
      expect(new Map(control.attributes('maya')).get('tier')).toBe('"gold"');
    },
  );

  it('hands on that Gladly takes scalars only', async () => {
    const { save, control } = open({ attributeValues: 'scalars' });
    const before = control.profileText('maya');
    for (const value of ['null', '[]', '{"a":1}']) {
      const one = await read(save('maya', `{"key":"new","to":${value}}`));
      expect([one.status, one.body['errors']]).toEqual([
        422,
        [{ key: 'new', message: expect.any(String) }],
      ]);
      const two = await read(save('maya', `{"key":"new","to":${value}},${tier}`));
      expect([two.status, two.body['errors']]).toEqual([
        422,
        [{ path: 'edits', message: expect.any(String) }],
      ]);
    }
    expect(control.profileText('maya')).toBe(before);
    expect((await read(save('maya', `{"key":"new","to":0},${tier}`))).status).toBe(200);
  });

  it('never writes through a merged id', async () => {
    const { save, control, asked } = open();
    control.merge('maya', 'noor');
    const { status, type, body } = await read(save('maya', tier));
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(body).toMatchObject({ code: 'moved', movedTo: 'noor' });
    expect(asked()).toEqual(['GET']);
  });

  it('notices a merge between read and write', async () => {
    const { save, between, control, asked } = open();
    between(async (request, pass) => {
      if (request.method === 'PATCH') control.merge('maya', 'noor');
      return pass(request);
    });
    const { status, body } = await read(save('maya', tier));
    expect([status, body]).toEqual([409, expect.objectContaining({ movedTo: 'noor' })]);
    expect(new Map(control.attributes('noor')).get('tier')).toBe('"silver"');
    expect(asked()).toEqual(saveRequests);
  });

  it('notices a deletion between read and write', async () => {
    const { save, between, asked } = open();
    between(async (request, pass) => {
      const { url, headers, method } = request;
      if (method === 'PATCH') await pass(new Request(url, { headers, method: 'DELETE' }));
      return pass(request);
    });
    const { status, body } = await read(save('maya', tier));
    expect([status, body['code']]).toEqual([404, 'not_found']);
    expect(asked()).toEqual(['GET', 'DELETE', 'PATCH', 'GET']);
  });

  it('never writes through a merged id where Gladly follows the merge by itself', async () => {
    const { save, between, asked } = open();
    between((request, pass) =>
      pass(
        request.method === 'GET'
          ? new Request(request.url.replace('maya', 'noor'), request)
          : request,
      ),
    );
    const { status, body } = await read(save('maya', '{"key":"tier","from":"silver","to":"x"}'));
    expect([status, body['movedTo']]).toEqual([409, 'noor']);
    expect(asked()).not.toContain('PATCH');
  });

  it.each(['[]', '"text"', '7'])('writes nothing over attributes that are %s', async (json) => {
    const { save, control, asked } = open();
    control.setField('maya', 'customAttributes', json);
    const { status, body } = await read(save('maya', '{"key":"new","to":1}'));
    expect([status, body['code'], body['unverified']]).toEqual([
      503,
      'upstream_unavailable',
      undefined,
    ]);
    expect(asked()).toEqual(['GET']);
  });

  it('clears with an empty text where the brand says so', async () => {
    const { save, control, asked } = open({ clearWithEmptyString: true });
    const { body } = await read(save('maya', '{"key":"old","from":"x"}'));
    expect(body).toEqual({ results: saved('old'), otherChanges: [] });
    expect(new Map(control.attributes('maya')).get('old')).toBe('""');
    const again = await read(save('maya', '{"key":"old","from":"x"}'));
    expect(again.body).toEqual({ results: saved('old'), otherChanges: [], found: ['old'] });
    expect(asked()).toEqual([...saveRequests, 'GET']);
    const conflict = await read(save('maya', '{"key":"tier","from":"silver"}'));
    expect(conflict.text).toContain('"conflicts":[{"key":"tier","base":"silver","theirs":"gold"}]');
  });

  it('does not take an empty text for a removal otherwise', async () => {
    const { save, control } = open();
    control.changeElsewhere('maya', { set: { old: '""' } });
    expect((await save('maya', '{"key":"old","from":"x"}')).status).toBe(409);
    expect((await read(save('maya', '{"key":"old","from":""}'))).body['results']).toEqual(
      replaces ? saved('old') : [{ key: 'old', outcome: 'altered', value: '' }],
    );
  });

  it('saves one after another for one customer, so that nothing is lost', async () => {
    const { save, control, asked } = open();
    const answers = await Promise.all([
      save('maya', '{"key":"a","to":1}'),
      save('maya', '{"key":"b","from":1,"to":2}'),
      save('maya', tier),
      save('maya', '{"key":"c","to":3}'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200, 200]);
    expect(Object.fromEntries(control.attributes('maya'))).toMatchObject({
      a: '1',
      tier: '"platinum"',
      c: '3',
    });
    expect(asked()).toEqual([...saveRequests, 'GET', ...saveRequests, ...saveRequests]);
  });

  it('saves different customers side by side', async () => {
    const { save, between, asked } = open({}, [maya, noor]);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    between(async (request, pass) => {
      if (request.method === 'PATCH' && request.url.endsWith('/maya')) await held;
      return pass(request);
    });
    const slow = save('maya', tier);
    expect((await save('noor', '{"key":"tier","from":"silver","to":"gold"}')).status).toBe(200);
    expect(asked('maya')).toEqual(['GET']);
    release();
    expect((await slow).status).toBe(200);
  });
});

/** The attributes as Gladly holds them, as the JSON that everybody else must send too. */
function attributesText(control: ReturnType<typeof panel>['control'], id: string): string {
  const list = control.attributes(id).map(([key, json]) => `${JSON.stringify(key)}:${json}`);
  return `{${list.join(',')}}`;
}
