import type { AppFiles } from '../readApp.ts';
import { directiveOf, schemaPath, type SchemaFile, type Schemas } from './graphqlSchemas.ts';
import type { readConfigs } from './jsonFiles.ts';
import type { Report } from './report.ts';

type Configs = ReturnType<typeof readConfigs>;

const bare = (type: string) => type.replace(/[[\]!]/g, '');

function lintDataTypes({ data }: Schemas, { pulls }: Configs, report: Report) {
  if (!data) return;
  const path = schemaPath('data');
  const typed = new Map(
    data.types.flatMap((type) => {
      const dataType = directiveOf(type, 'dataType');
      return dataType ? [[dataType['name'] ?? '', { type, version: dataType['version'] }]] : [];
    }),
  );
  for (const { folder, config } of pulls) {
    const { name, version } = config.dataType;
    const found = typed.get(name);
    if (!found) report(`${folder}/config.json`, `no type in ${path} is @dataType(name: "${name}")`);
    else if (found.version !== version)
      report(
        `${folder}/config.json`,
        `has version ${version} of ${name}, and ${path} ${found.version}`,
      );
    for (const other of config.dependsOnDataTypes ?? [])
      if (!pulls.some((pull) => pull.config.dataType.name === other))
        report(`${folder}/config.json`, `depends on ${other}, which nothing pulls`);
  }
  for (const name of typed.keys())
    if (!pulls.some(({ config }) => config.dataType.name === name))
      report(path, `nothing pulls the data type ${name}`);
  if (data.fieldsOf('Query').length === 0) report(path, 'has no type Query');
  if (data.fieldsOf('Mutation').length > 0) report(path, 'has a Mutation, which is for actions');
}

const actionFields = ({ fieldsOf }: SchemaFile) => [...fieldsOf('Query'), ...fieldsOf('Mutation')];

function lintActions(
  files: AppFiles,
  { actions: schema }: Schemas,
  { actions }: Configs,
  report: Report,
) {
  if (!schema) return;
  const path = schemaPath('actions');
  const used = new Map<string, string>();
  for (const field of actionFields(schema)) {
    const name = directiveOf(field, 'action')?.['name'];
    if (name === undefined) report(path, `${field.name.value} has no @action`);
    else if (used.has(name)) report(path, `two fields have the action ${name}`);
    else {
      used.set(name, field.name.value);
      if (!actions.some(({ folder }) => folder === `actions/${name}`))
        report(path, `${field.name.value} has the action ${name}, which is not there`);
      const inputs = field.arguments?.map((argument) => argument.name.value) ?? [];
      for (const [file, text] of files)
        if (file.startsWith(`actions/${name}/`) && file.endsWith('.gtpl'))
          for (const [, input = ''] of text.matchAll(/\.inputs\.(\w+)/g))
            if (!inputs.includes(input)) report(file, `${field.name.value} has no input ${input}`);
    }
  }
  for (const { folder } of actions)
    if (!used.has(folder.slice('actions/'.length)))
      report(path, `no field has the action ${folder}`);
}

function lintUi(schemas: Schemas, { cards, forms }: Configs, report: Report) {
  for (const { folder, config } of cards) {
    const type = bare(config.graphqlType);
    if (!schemas[config.graphqlSchema]?.types.some(({ name }) => name.value === type))
      report(`${folder}/config.json`, `there is no type ${type} in ${config.graphqlSchema}`);
  }
  for (const { folder, config } of forms) {
    const path = `${folder}/config.json`;
    const { graphqlOperation = 'mutation', graphqlField } = config.action;
    const root = graphqlOperation === 'mutation' ? 'Mutation' : 'Query';
    if (!schemas.actions?.fieldsOf(root).some(({ name }) => name.value === graphqlField))
      report(path, `there is no ${graphqlOperation} ${graphqlField}`);
    for (const each of config.formData) {
      const field = schemas[each.graphqlSchema]
        ?.fieldsOf('Query')
        .find(({ name }) => name.value === each.graphqlField);
      if (!field) report(path, `there is no query ${each.graphqlField} in ${each.graphqlSchema}`);
      else if ((field.arguments ?? []).length > 0 !== (each.inputsTemplate !== undefined))
        report(path, `${each.graphqlField} has an inputsTemplate exactly when it has inputs`);
    }
  }
}

/** `.integration.secrets.x`, or `with .integration.secrets` and the first field in it. */
const setting = /\.integration\.(configuration|secrets)(?:\.(\w+)|\s*\}\}[^]*?\.(\w+))/g;

const debugging = /\bconsolePrint(?:ln|f)?\b/;

function lintTemplates(files: AppFiles, { adminAttrs }: Configs, report: Report) {
  const read = new Set<string>();
  for (const [path, text] of files) {
    if (!path.endsWith('.gtpl')) continue;
    if (debugging.test(text)) report(path, 'calls a function that is for debugging');
    for (const [, kind, direct, inside] of text.matchAll(setting)) {
      const attr = `${kind}.${direct ?? inside}`;
      read.add(attr);
      if (!adminAttrs.includes(attr))
        report(path, `reads ${attr}, which the admin form does not ask for`);
    }
  }
  for (const attr of adminAttrs)
    if (!read.has(attr)) report('ui/admin/form.json', `asks for ${attr}, which no template reads`);
}

/** Whether all that names something else in the app names what is there. */
export function lintReferences(
  files: AppFiles,
  schemas: Schemas,
  configs: Configs,
  report: Report,
): void {
  lintDataTypes(schemas, configs, report);
  lintActions(files, schemas, configs, report);
  lintUi(schemas, configs, report);
  lintTemplates(files, configs, report);
}
