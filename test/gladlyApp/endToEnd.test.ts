import { readFileSync } from 'node:fs';
import type { GraphQLOutputType } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOptions } from '#src/dev/createWorld.ts';
import { createGladlyApp } from '#src/server/gladlyApp/createGladlyApp.ts';
import { problemsOf } from './lint/conforms.ts';
import { readSchemas } from './lint/graphqlSchemas.ts';
import { formOutput, resultOutput } from './lint/jsonFiles.ts';
import { typeAnswered, typePulled } from './lint/testData.ts';
import { fileOf, readApp } from './readApp.ts';
import { openRenderer, type Rendered } from './renderer.ts';

const files = readApp();
const schemas = readSchemas(files, (path, message) => {
  throw new Error(`${path}: ${message}`);
});
const { available, render, close } = openRenderer();
afterAll(close);

const appSecret = 'end-to-end-secret-of-the-gladly-app';
const panelOrigin = 'https://panel.example.com';
const integration = { configuration: { panelOrigin }, secrets: { appSecret } };
const example = new URL('../../examples/shop-attributes.schema.json', import.meta.url);
const maya = 'maya-lindqvist-0001';

interface Circumstances extends WorldOptions {
  secret?: string;
  mayWrite?: boolean;
}

/** The server with an emulated Gladly, as `npm start` has it with the app's variables set. */
function world({ secret = appSecret, mayWrite = true, ...options }: Circumstances = {}) {
  return createWorld({
    attributeSchema: readFileSync(example, 'utf8'),
    gladlyApp: createGladlyApp({ secrets: [secret], mayWrite }),
    publicOrigin: panelOrigin,
    rateLimit: false,
    clock: { sleep: async () => {}, random: () => 0 },
    ...options,
  });
}

function outputOf(rendered: Rendered): string {
  if ('output' in rendered) return rendered.output;
  throw new Error(`No output: ${JSON.stringify(rendered)}`);
}

const make = (path: string, data: unknown) => render(fileOf(files, path), data);

/** One request as the App Platform makes it: URL, headers and body from templates, to the real server. */
async function send({ server }: World, folder: string, data: Record<string, unknown>) {
  const { httpMethod, contentType } = JSON.parse(fileOf(files, `${folder}/config.json`)) as {
    httpMethod: string;
    contentType?: string;
  };
  const context = { integration, ...data };
  const headers = new Headers({
    Authorization: outputOf(make('authentication/headers/Authorization.gtpl', context)),
    ...(contentType !== undefined && { 'Content-Type': contentType }),
  });
  const body =
    contentType === undefined ? null : outputOf(make(`${folder}/request_body.gtpl`, context));
  const url = outputOf(make(`${folder}/request_url.gtpl`, context));
  return server.fetch(new Request(url, { method: httpMethod, headers, body }));
}

/** What Gladly reads from an answer before a template sees it: JSON, where it is called so. */
async function contextOf(response: Response) {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type') === 'application/json';
  return {
    response: { status: response.statusText, statusCode: response.status, headers: {}, body: text },
    rawData: isJson ? (JSON.parse(text) as unknown) : undefined,
  };
}

function expectType(value: unknown, type: GraphQLOutputType | undefined): void {
  expect(type && problemsOf(value, type)).toEqual([]);
}

async function act(there: World, action: string, inputs: unknown): Promise<Rendered> {
  const folder = `actions/${action}`;
  const response = await send(there, folder, { inputs });
  const context = { integration, inputs, ...(await contextOf(response)) };
  return make(`${folder}/response_transformation.gtpl`, context);
}

interface Form {
  sections: { type: string; attr: string; defaultValue?: string; input: unknown }[];
}

/** Opens the form as the "+" menu does. */
async function openForm(there: World, customer: unknown): Promise<Form> {
  const { formData } = JSON.parse(fileOf(files, 'ui/forms/change_attributes/config.json')) as {
    formData: [{ inputsTemplate: string }];
  };
  const inputs: unknown = JSON.parse(outputOf(render(formData[0].inputsTemplate, { customer })));
  const profileForm: unknown = JSON.parse(outputOf(await act(there, 'profile_form', inputs)));
  expectType(profileForm, typeAnswered(schemas, 'profile_form'));
  const made = make('ui/forms/change_attributes/form.gtpl', { customer, actions: { profileForm } });
  const form: unknown = JSON.parse(outputOf(made));
  expect(formOutput.safeParse(form).error).toBeUndefined();
  return form as Form;
}

/** What the form sends when an agent leaves it as it is, but for some fields. */
const entriesOf = ({ sections }: Form, typed: Record<string, string> = {}) =>
  Object.fromEntries(
    sections.flatMap(({ type, attr, defaultValue = '' }) =>
      type === 'input' ? [[attr, typed[attr] ?? defaultValue]] : [],
    ),
  );

async function submit(there: World, formAttrs: Record<string, string>) {
  const inputs: unknown = JSON.parse(
    outputOf(make('ui/forms/change_attributes/action_inputs.gtpl', formAttrs)),
  );
  const result: unknown = JSON.parse(outputOf(await act(there, 'change_attributes', inputs)));
  expectType(result, typeAnswered(schemas, 'change_attributes'));
  const made = make('ui/forms/change_attributes/action_result.gtpl', {
    action: { inputs, result },
    formAttrs,
  });
  const shown: unknown = JSON.parse(outputOf(made));
  expect(resultOutput.safeParse(shown).error).toBeUndefined();
  return shown;
}

const valueIn = ({ emulator }: World, key: string) =>
  emulator.control.attributes(maya).find(([name]) => name === key)?.[1];

describe.skipIf(!available)('the Gladly app and the server', () => {
  it('pull a summary of every kind of customer that is of its type, and name it', async () => {
    const there = world();
    const pull = 'data/pull/profile_summary';
    const type = typePulled(schemas, 'customer_profile_summary');
    const ids = there.emulator.control.ids();
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      const response = await send(there, pull, { customer: { id } });
      expect([id, response.status]).toEqual([id, 200]);
      const { rawData } = await contextOf(response);
      expectType(rawData, type);
      const { readAt, profileUrl, ...summary } = rawData as Record<string, string>;
      expect(make(`${pull}/external_id.gtpl`, rawData)).toEqual({ output: summary['id'] });
      expect(make(`${pull}/external_updated_at.gtpl`, rawData)).toEqual({ output: readAt });
      const url = new URL(profileUrl ?? '');
      expect([url.origin, url.pathname, [...url.searchParams]]).toEqual([
        panelOrigin,
        '/',
        [['customer', summary['id']]],
      ]);
    }
  });

  it('pull nothing with another secret, and nothing of a customer who is not there', async () => {
    const pull = 'data/pull/profile_summary';
    const strange = world({ secret: 'another-secret-of-the-gladly-app-123' });
    expect((await send(strange, pull, { customer: { id: maya } })).status).toBe(401);
    for (const id of ['nobody', 'a/../b', '../../api/customers', 'ж'])
      expect((await send(world(), pull, { customer: { id } })).status).toBe(404);
  });

  it('change an attribute from what the agent was shown to what they chose', async () => {
    const there = world();
    const form = await openForm(there, { id: maya });
    expect(entriesOf(form)).toMatchObject({ field1: '"Gold"', field2: '1840' });
    const shown = await submit(there, entriesOf(form, { field1: '"Platinum"' }));
    expect(shown).toEqual({
      message: 'Customer profile changed',
      detail: 'Membership: Gold: 10 % off → Platinum: 15 % off',
    });
    expect(valueIn(there, 'membershipTier')).toBe('"Platinum"');
    expect(valueIn(there, 'loyaltyPoints')).toBe('1840');
  });

  it('overwrite nothing that was changed while the form was open', async () => {
    const there = world();
    const form = await openForm(there, { id: maya });
    await submit(there, entriesOf(await openForm(there, { id: maya }), { field1: '"Silver"' }));
    expect(await submit(there, entriesOf(form, { field1: '"Platinum"' }))).toEqual({
      errors: [
        {
          attr: 'field1',
          detail:
            'Membership is now Silver: 5 % off, and was Gold: 10 % off when this form was opened.',
        },
        { attr: 'basis', detail: expect.stringContaining('Nothing was saved') },
      ],
    });
    expect(valueIn(there, 'membershipTier')).toBe('"Silver"');
  });

  it('change nothing by opening and sending a form', async () => {
    const there = world();
    const form = await openForm(there, { id: maya });
    const before = there.emulator.control.attributes(maya);
    for (const entries of [
      entriesOf(form),
      // As a Gladly would send it that shows no default values.
      { ...entriesOf(form), field1: '', field2: '', field3: '' },
    ])
      expect(await submit(there, entries)).toEqual({
        errors: [{ attr: 'basis', detail: 'Nothing was saved: every field is as it was.' }],
      });
    expect(there.emulator.control.attributes(maya)).toEqual(before);
    expect(there.emulator.control.requests.map(({ method }) => method)).not.toContain('PATCH');
  });

  it('write no HTML of anybody’s into the timeline', async () => {
    const nick = { title: '<i>Nick</i>', type: 'string', 'x-glance': true };
    const there = world({
      attributeSchema: JSON.stringify({ type: 'object', properties: { nick } }),
      profiles: `[{"id":"${maya}","customAttributes":{"nick":"<b>'old'</b>"}}]`,
    });
    const form = await openForm(there, { id: maya });
    const shown = await submit(there, entriesOf(form, { field1: '<img src=x onerror="a()">&' }));
    expect(shown).toEqual({
      message: 'Customer profile changed',
      detail:
        '&lt;i&gt;Nick&lt;/i&gt;: &lt;b&gt;&#39;old&#39;&lt;/b&gt; → &lt;img src=x onerror=&#34;a()&#34;&gt;&amp;',
    });
    expect(valueIn(there, 'nick')).toBe(JSON.stringify('<img src=x onerror="a()">&'));
  });

  it('say in the form when the server takes no changes, and take none', async () => {
    const there = world({ mayWrite: false });
    const form = await openForm(there, { id: maya });
    expect(form).not.toHaveProperty('submitButton');
    expect(form.sections.map(({ type }) => type)).toEqual(['text', 'text']);
    const { basis = '' } = entriesOf(await openForm(world(), { id: maya }));
    expect(await submit(there, { basis, field1: '"Platinum"' })).toEqual({
      errors: [
        { attr: 'basis', detail: expect.stringContaining('(status 403). Nothing was saved.') },
      ],
    });
    expect(valueIn(there, 'membershipTier')).toBe('"Gold"');
  });

  it('fail and show no form where the profile cannot be read', async () => {
    const there = world();
    there.emulator.control.failNext({ kind: 'status', status: 500, times: 3 });
    expect(await act(there, 'profile_form', { customerId: maya })).toEqual({
      fail: expect.stringContaining('status 503'),
    });
  });
});
