import { fileOf, type AppFiles } from './readApp.ts';
import type { Job, Rendered } from './renderer.ts';

/** What a template is expected to make of the test data beside it (appcfg, "test"). */
export interface DataSet {
  /** Path of the template. */
  template: string;
  /** Path of the file that says what is expected. */
  expected: string;
  /** One for most templates; those for metadata are applied to each object of `externalData.json`. */
  jobs: Job[];
}

const expectedFile = /^((.+)\/_test_\/[^/]+)\/expected_(.+)\.(?:txt|json|bin)$/;

const isMetadata = /\/external_(?:id|updated_at|parent_id)\.gtpl$/;

/** The attributes for a data set: its own files, and those of `_test_` that it does not replace. */
function contextOf(files: AppFiles, shared: string, own: string): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const folder of [shared, own])
    for (const [path, text] of files) {
      const [, name] = /^([A-Za-z]+)\.json$/.exec(path.slice(folder.length + 1)) ?? [];
      if (path.startsWith(`${folder}/`) && name !== undefined)
        context[name] = JSON.parse(text) as unknown;
    }
  return context;
}

/** The objects that a data pull's metadata is read from, by the name of its data type. */
function objectsOf(files: AppFiles, folder: string, context: Record<string, unknown>): unknown[] {
  const config = JSON.parse(fileOf(files, `${folder}/config.json`)) as {
    dataType: { name: string };
  };
  const data = (context['externalData'] ?? {}) as Record<string, unknown[] | undefined>;
  return data[config.dataType.name] ?? [];
}

function dataFor(
  files: AppFiles,
  folder: string,
  template: string,
  context: Record<string, unknown>,
) {
  if (isMetadata.test(template)) return objectsOf(files, folder, context);
  return [template.endsWith('/action_inputs.gtpl') ? context['formAttrs'] : context];
}

/** Every template with every expectation that stands beside it. */
export function dataSetsOf(files: AppFiles): DataSet[] {
  return [...files.keys()].flatMap((expected): DataSet[] => {
    const [, own = '', folder = '', name = ''] = expectedFile.exec(expected) ?? [];
    if (name === '') return [];
    const template = `${folder}/${name}.gtpl`;
    const text = fileOf(files, template);
    const context = contextOf(files, `${folder}/_test_`, own);
    const data = dataFor(files, folder, template, context);
    return [{ template, expected, jobs: data.map((each) => ({ template: text, data: each })) }];
  });
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return { unparsable: text };
  }
};

/** What came of a data set and what was expected, so that equal ones are equal values. */
export function comparable(files: AppFiles, { expected }: DataSet, results: readonly Rendered[]) {
  const wanted = fileOf(files, expected);
  const [first] = results;
  if (first && !('output' in first)) {
    const [kind = '', reason = ''] = Object.entries(first)[0] ?? [];
    return {
      actual: [kind === 'error' ? 'error' : 'ended', reason],
      wanted: ['ended', asJson(wanted)],
    };
  }
  const output = results.map((each) => ('output' in each ? each.output : '')).join('\n');
  if (expected.endsWith('.json')) return { actual: asJson(output), wanted: asJson(wanted) };
  const [, pattern] = /^\/(.*)\/$/s.exec(wanted) ?? [];
  if (pattern !== undefined) {
    const matches = new RegExp(`^(?:${pattern})$`, 'u').test(output);
    return { actual: matches ? wanted : output, wanted };
  }
  return { actual: output, wanted };
}
