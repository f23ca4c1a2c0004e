import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { comparable, dataSetsOf } from './dataSets.ts';
import { fileOf, readApp } from './readApp.ts';
import { openRenderer, type Rendered } from './renderer.ts';

const files = readApp();
const template = (path: string) => fileOf(files, path);

const configuration = { panelOrigin: 'https://panel.example.com' };
const integration = { configuration, secrets: { appSecret: 's'.repeat(32) } };

const summaryUrl = template('data/pull/profile_summary/request_url.gtpl');
const formUrl = template('actions/profile_form/request_url.gtpl');
const changeBody = template('actions/change_attributes/request_body.gtpl');
const changeResponse = template('actions/change_attributes/response_transformation.gtpl');
const formTemplate = template('ui/forms/change_attributes/form.gtpl');
const actionInputs = template('ui/forms/change_attributes/action_inputs.gtpl');
const actionResult = template('ui/forms/change_attributes/action_result.gtpl');

function outputOf(result: Rendered | undefined): string {
  if (result && 'output' in result) return result.output;
  throw new Error(`It gave no output: ${JSON.stringify(result)}`);
}

/** Text of any kind, half of it of what breaks JSON, URLs, HTML and templates. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\r\n',
        '\u2028',
        '\0',
        '{{',
        '}}',
        '</',
        '<b>',
        '&',
        "'",
        '#body',
        '%0a',
        '+',
        ' ',
        'Ж',
        '😀',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);

/** Go has no lone surrogates: it reads and writes the replacement character for one. */
const inGo = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

/** Many values for each start of the renderer; a failure names the seed and shrinks to the value it is about. */
function forAll<T>(values: fc.Arbitrary<T>, check: (many: T[]) => void): void {
  fc.assert(fc.property(fc.array(values, { minLength: 100, maxLength: 300 }), check), {
    numRuns: 3,
  });
}

const anyText = hostile.filter((text) => text !== '');

const { available, render, renderAll, close } = openRenderer();
afterAll(close);

describe.skipIf(!available)('the templates of the Gladly app', () => {
  const dataSets = dataSetsOf(files);

  it.each(dataSets.map((each) => [each.expected, each] as const))('make %s', (_, dataSet) => {
    const { actual, wanted } = comparable(files, dataSet, renderAll(dataSet.jobs));
    expect(dataSet.jobs.length).toBeGreaterThan(0);
    expect(actual).toEqual(wanted);
  });

  it('put any id into one URL that means this id', () => {
    forAll(anyText, (ids) => {
      for (const [url, data, path] of [
        [summaryUrl, (id: string) => ({ integration, customer: { id } }), 'profile-summary'],
        [formUrl, (id: string) => ({ integration, inputs: { customerId: id } }), 'profile-form'],
      ] as const) {
        const results = renderAll(ids.map((id) => ({ template: url, data: data(id) })));
        for (const [index, id] of ids.entries()) {
          const written = outputOf(results[index]);
          expect(written).toMatch(/^[\x21-\x7e]+$/);
          const { origin, pathname, searchParams, hash } = new URL(written);
          expect([origin, pathname, [...searchParams], hash]).toEqual([
            'https://panel.example.com',
            `/gladly/v1/${path}`,
            [['customerId', inGo(id)]],
            '',
          ]);
        }
      }
    });
  });

  it('carry what an agent entered unchanged, whatever it is', () => {
    forAll(fc.tuple(hostile, hostile, hostile), (forms) => {
      const inputs = renderAll(
        forms.map(([basis, field1, field2]) => ({
          template: actionInputs,
          data: { basis, field1, field2, field3: null },
        })),
      ).map((result): unknown => JSON.parse(outputOf(result)));
      const bodies = renderAll(
        inputs.map((each) => ({ template: changeBody, data: { integration, inputs: each } })),
      );
      for (const [index, [basis, field1, field2]] of forms.entries()) {
        const body = JSON.parse(outputOf(bodies[index])) as { basis: string; entries: string };
        expect(Object.keys(body)).toEqual(['basis', 'entries']);
        expect(body.basis).toBe(inGo(basis));
        expect(JSON.parse(body.entries)).toEqual({
          field1: inGo(field1),
          field2: inGo(field2),
          field3: null,
        });
      }
    });
  });

  it('show any text in the form and in its result as what it is', () => {
    forAll(anyText, (texts) => {
      const forms = renderAll(
        texts.map((text) => {
          const field = { attr: 'field1', label: text, hint: text, value: text };
          const fields = [
            { ...field, options: [] },
            { ...field, options: [{ text, value: text }] },
          ];
          const profileForm = {
            mayWrite: true,
            basis: text,
            readAt: text,
            fields,
            profileUrl: text,
          };
          return { template: formTemplate, data: { actions: { profileForm } } };
        }),
      );
      const saved = renderAll(
        texts.map((detail) => ({
          template: actionResult,
          data: { action: { result: { saved: true, detail } } },
        })),
      );
      const refused = renderAll(
        texts.map((detail) => ({
          template: actionResult,
          data: { action: { result: { saved: false, errors: [{ attr: detail, detail }] } } },
        })),
      );
      for (const [index, each] of texts.entries()) {
        const text = inGo(each);
        expect(JSON.parse(outputOf(forms[index]))).toMatchObject({
          sections: [
            { label: text, hint: text, defaultValue: text, input: { type: 'text' } },
            { label: text, input: { type: 'select', options: [{ text, value: text }] } },
            { attr: 'basis', defaultValue: text, input: { options: [{ text, value: text }] } },
            { type: 'text' },
          ],
        });
        const { detail } = JSON.parse(outputOf(saved[index])) as { detail: string };
        expect(detail).not.toMatch(/[<>"']/);
        expect(JSON.parse(outputOf(refused[index]))).toEqual({
          errors: [{ attr: text, detail: text }],
        });
      }
    });
  });

  it.each<[name: string, customer: unknown]>([
    ['no customer', undefined],
    ['an empty customer', {}],
    ['no id', { id: null }],
    ['an empty id', { id: '' }],
  ])('stop where there is %s, and do not fail', (_, customer) => {
    const stop = expect.stringContaining('Gladly named no customer');
    expect(
      render(summaryUrl, { integration, ...(customer === undefined ? {} : { customer }) }),
    ).toEqual({ stop });
    const { formData } = JSON.parse(template('ui/forms/change_attributes/config.json')) as {
      formData: { inputsTemplate: string }[];
    };
    expect(render(formData[0]?.inputsTemplate ?? '', { customer })).toEqual({ stop });
    expect(render(formData[0]?.inputsTemplate ?? '', { customer: { id: 'a"b' } })).toEqual({
      output: '{"customerId":"a\\"b"}',
    });
  });

  it.each([
    {},
    { configuration: null },
    { configuration: {} },
    { configuration: { panelOrigin: '' } },
    { configuration: { panelOrigin: 'http://panel.example.com' } },
    { configuration: { panelOrigin: '//panel.example.com' } },
    { configuration: { panelOrigin: 'panel.example.com' } },
    { configuration: { panelOrigin: 'javascript:https://' } },
  ])('send the secret nowhere but over TLS: %o', (wrong) => {
    for (const path of [
      'data/pull/profile_summary',
      'actions/profile_form',
      'actions/change_attributes',
    ])
      expect(
        render(template(`${path}/request_url.gtpl`), {
          integration: { ...integration, configuration: undefined, ...wrong },
          customer: { id: 'maya' },
          inputs: { customerId: 'maya' },
        }),
      ).toEqual({ fail: expect.stringContaining('must begin with https://') });
  });

  it.each([200, 400, 403, 404, 413, 422, 429, 499, 500, 502, 503, 599])(
    'never call a change saved that status %i does not, nor lost where nobody knows',
    (statusCode) => {
      const rawData = { saved: true, detail: 'A', errors: [] };
      const data = { integration, inputs: {}, response: { statusCode }, rawData };
      const report = JSON.parse(outputOf(render(changeResponse, data))) as typeof rawData;
      expect(report.saved).toBe(statusCode === 200);
      expect(report.detail.includes('Nothing was saved')).toBe(
        statusCode >= 400 && statusCode < 500,
      );
      expect(report.errors).toHaveLength(statusCode === 200 ? 0 : 1);
    },
  );
});
