import { GraphQLList, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { fileOf, type AppFiles } from '../readApp.ts';
import { problemsOf } from './conforms.ts';
import { directiveOf, type Schemas } from './graphqlSchemas.ts';
import type { readConfigs } from './jsonFiles.ts';
import type { Report } from './report.ts';

type Configs = ReturnType<typeof readConfigs>;

const jsonIn = (files: AppFiles, path: string): unknown => {
  try {
    return JSON.parse(fileOf(files, path));
  } catch {
    return undefined;
  }
};

/** The type by the name that a configuration has for it, such as `[Order]`. */
export function typeNamed(schema: GraphQLSchema, name: string): GraphQLOutputType | undefined {
  const [, item] = /^\[(\w+)\]$/.exec(name) ?? [];
  const type = schema.getType(item ?? name);
  if (!isObjectType(type)) return undefined;
  return item === undefined ? type : new GraphQLList(type);
}

/** The type of a field of Query or Mutation. */
function typeOfField(schema: GraphQLSchema, name: string): GraphQLOutputType | undefined {
  return [schema.getQueryType(), schema.getMutationType()]
    .map((root) => root?.getFields()[name]?.type)
    .find((type) => type !== undefined);
}

/** The type that a data pull brings, by the name of its data type. */
export function typePulled({ data }: Schemas, dataType: string): GraphQLOutputType | undefined {
  const node = data?.types.find((type) => directiveOf(type, 'dataType')?.['name'] === dataType);
  return node && data ? typeNamed(data.schema, node.name.value) : undefined;
}

/** The type that an action answers with, by the name of its folder. */
export function typeAnswered({ actions }: Schemas, action: string): GraphQLOutputType | undefined {
  const field = [
    ...(actions?.fieldsOf('Query') ?? []),
    ...(actions?.fieldsOf('Mutation') ?? []),
  ].find((each) => directiveOf(each, 'action')?.['name'] === action);
  return field && actions ? typeOfField(actions.schema, field.name.value) : undefined;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;

/** Whether the test data, which templates and cards are judged by, is of the types that the schemas say. */
export function lintTestData(
  files: AppFiles,
  schemas: Schemas,
  configs: Configs,
  report: Report,
): void {
  function check(path: string, value: unknown, type: GraphQLOutputType | undefined) {
    if (type) for (const problem of problemsOf(value, type)) report(path, problem);
  }
  const inFolder = (folder: string, name: RegExp) =>
    [...files.keys()].filter((path) => path.startsWith(`${folder}/`) && name.test(path));

  for (const { folder, config } of configs.pulls) {
    const { name } = config.dataType;
    const type = typePulled(schemas, name);
    for (const path of inFolder(folder, /\/externalData\.json$/))
      check(path, fieldOf(jsonIn(files, path), name), type && new GraphQLList(type));
  }
  for (const { folder } of configs.actions) {
    const type = typeAnswered(schemas, folder.slice('actions/'.length));
    for (const path of inFolder(folder, /\/expected_response_transformation\.json$/)) {
      const value = jsonIn(files, path);
      // A text is what `stop` or `fail` was called with.
      if (typeof value !== 'string') check(path, value, type);
    }
  }
  for (const { folder, config } of configs.cards) {
    const schema = schemas[config.graphqlSchema]?.schema;
    for (const path of inFolder(folder, /\/_edit_\//))
      check(path, jsonIn(files, path), schema && typeNamed(schema, config.graphqlType));
  }
  const actions = schemas.actions?.schema;
  for (const { folder, config } of actions ? configs.forms : []) {
    for (const path of inFolder(folder, /\/actions\.json$/))
      for (const [name, value] of Object.entries(Object(jsonIn(files, path)) as object))
        check(path, value, actions && typeOfField(actions, name));
    for (const path of inFolder(folder, /\/action\.json$/))
      check(
        path,
        fieldOf(jsonIn(files, path), 'result'),
        actions && typeOfField(actions, config.action.graphqlField),
      );
  }
}
