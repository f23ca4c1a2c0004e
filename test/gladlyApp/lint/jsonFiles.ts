import * as z from 'zod/mini';
import type { AppFiles } from '../readApp.ts';
import { folders } from './layout.ts';
import type { Report } from './report.ts';

const text = z.string().check(z.minLength(1));

const manifest = z.strictObject({
  author: z
    .string()
    .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is the domain of who makes the app')),
  appName: z.string().check(z.regex(/^[a-z0-9_]+$/)),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'has three numbers')),
  description: text,
});

const withBody = ['POST', 'PUT', 'PATCH'];

const request = {
  httpMethod: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  contentType: z.optional(text),
  rawResponse: z.optional(z.boolean()),
};

const bodyAsMethod = z.refine<{ httpMethod: string; contentType?: string | undefined }>(
  ({ httpMethod, contentType }) => withBody.includes(httpMethod) === (contentType !== undefined),
  'has a contentType exactly when the method has a body',
);

const dataTypeName = z.string().check(z.regex(/^\w+$/));

const pullConfig = z
  .strictObject({
    ...request,
    dataType: z.strictObject({
      name: dataTypeName,
      version: z.string().check(z.regex(/^\d+\.\d+(\.\d+)?$/)),
    }),
    dependsOnDataTypes: z.optional(z.array(dataTypeName)),
  })
  .check(bodyAsMethod);

const actionConfig = z.strictObject(request).check(bodyAsMethod);

const graphqlSchema = z.enum(['data', 'actions']);

const cardConfig = z.strictObject({
  description: text,
  graphqlSchema,
  graphqlType: z.string().check(z.regex(/^(\w+|\[\w+\])$/)),
});

const formConfig = z.strictObject({
  action: z.strictObject({
    graphqlOperation: z.optional(z.enum(['mutation', 'query'])),
    graphqlField: text,
  }),
  formData: z.array(
    z.strictObject({ graphqlSchema, graphqlField: text, inputsTemplate: z.optional(text) }),
  ),
});

const input = z.union([
  z.strictObject({
    type: z.literal('text'),
    placeholder: z.optional(z.string()),
    optional: z.optional(z.boolean()),
  }),
  z.strictObject({
    type: z.literal('select'),
    placeholder: z.optional(z.string()),
    optional: z.optional(z.boolean()),
    options: z.array(z.strictObject({ text, value: z.optional(z.string()) })).check(z.minLength(1)),
  }),
  z.strictObject({ type: z.literal('checkbox'), text }),
]);

const section = z.union([
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({
    type: z.literal('input'),
    label: text,
    attr: text,
    input,
    hint: z.optional(z.string()),
    defaultValue: z.optional(z.unknown()),
  }),
]);

const sections = z.array(section).check(
  z.minLength(1),
  z.refine((list) => {
    const names = list.flatMap((each) => (each.type === 'input' ? [each.attr] : []));
    return new Set(names).size === names.length;
  }, 'has an attr twice'),
);

/** What `form.gtpl` has to make (ai/app_platform_ui_forms_ai_context.md). */
export const formOutput = z.strictObject({
  title: text,
  submitButton: z.optional(text),
  closeButton: z.optional(text),
  sections,
});

const adminForm = z.strictObject({
  title: text,
  sections: sections.check(
    z.refine(
      (list) =>
        list.every(
          (each) => each.type !== 'input' || /^(configuration|secrets)(\.\w+)+$/.test(each.attr),
        ),
      'has an attr that begins with neither "configuration." nor "secrets."',
    ),
  ),
});

/** What `action_result.gtpl` has to make: a record for the timeline, or errors for the form. */
export const resultOutput = z.union([
  z.strictObject({ message: text, detail: text }),
  z.strictObject({
    errors: z.array(z.strictObject({ attr: text, detail: text })).check(z.minLength(1)),
  }),
]);

const schemas: readonly [RegExp, z.ZodMiniType][] = [
  [/^manifest\.json$/, manifest],
  [/^data\/pull\/\w+\/config\.json$/, pullConfig],
  [/^actions\/\w+\/config\.json$/, actionConfig],
  [/^ui\/templates\/\w+\/config\.json$/, cardConfig],
  [/^ui\/forms\/\w+\/config\.json$/, formConfig],
  [/^ui\/admin\/form\.json$/, adminForm],
  [/\/expected_form\.json$/, formOutput],
  [/\/expected_action_result\.json$/, resultOutput],
];

function parsed<T>(files: AppFiles, path: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(files.get(path) ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Configurations by folder; those that are wrong are left out, because `lintJson` reports them. */
export function readConfigs(files: AppFiles) {
  const { pulls, actions, cards, forms } = folders(files);
  const read = <T>(list: readonly string[], schema: z.ZodMiniType<T>) =>
    list.flatMap((folder) => {
      const config = parsed(files, `${folder}/config.json`, schema);
      return config === undefined ? [] : [{ folder, config }];
    });
  const inputs = parsed(files, 'ui/admin/form.json', adminForm)?.sections ?? [];
  return {
    pulls: read(pulls, pullConfig),
    actions: read(actions, actionConfig),
    cards: read(cards, cardConfig),
    forms: read(forms, formConfig),
    adminAttrs: inputs.flatMap((each) => (each.type === 'input' ? [each.attr] : [])),
  };
}

/** `zod/mini` says what is wrong in no language unless it is given one. */
const english = { error: z.locales.en().localeError };

/** Whether every JSON file is JSON, and those with a form of their own have it. */
export function lintJson(files: AppFiles, report: Report): void {
  for (const [path, content] of files) {
    if (!path.endsWith('.json')) continue;
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      report(path, 'is not JSON');
      continue;
    }
    const schema = schemas.find(([pattern]) => pattern.test(path))?.[1];
    for (const { path: at, message } of schema?.safeParse(value, english).error?.issues ?? [])
      report(path, `${at.join('.') || 'the whole'}: ${message}`);
  }
  for (const { folder, config } of [...readConfigs(files).pulls, ...readConfigs(files).actions])
    if (withBody.includes(config.httpMethod) !== files.has(`${folder}/request_body.gtpl`))
      report(`${folder}/request_body.gtpl`, 'is there exactly when the method has a body');
}
