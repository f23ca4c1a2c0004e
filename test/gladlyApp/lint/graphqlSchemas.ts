import {
  buildASTSchema,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { AppFiles } from '../readApp.ts';
import type { Complain, Report } from './report.ts';

type Side = 'data' | 'actions';

export const schemaPath = (side: Side) => `${side}/${side}_schema.graphql`;

/** What Gladly provides without a definition in the app. */
const provided: Record<Side, DocumentNode> = {
  data: parse(`
    scalar DateTime
    scalar Currency
    directive @dataType(name: String!, version: String!) on OBJECT
    directive @parentId(template: String!) on FIELD_DEFINITION
    directive @childIds(template: String!) on FIELD_DEFINITION
  `),
  actions: parse(`
    scalar DateTime
    scalar Currency
    directive @action(name: String!) on FIELD_DEFINITION
  `),
};

const known = ['ID', 'String', 'Int', 'Float', 'Boolean', 'DateTime', 'Currency'];

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** The text arguments of a directive by name; `undefined` where it does not stand. */
export function directiveOf(
  node: { directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): Record<string, string> | undefined {
  const directive = node.directives?.find((each) => each.name.value === name);
  return (
    directive &&
    Object.fromEntries(
      (directive.arguments ?? []).map((argument) => [
        argument.name.value,
        argument.value.kind === Kind.STRING ? argument.value.value : '',
      ]),
    )
  );
}

/** Gladly knows object types and enums, each declared before it is used (ai/app_platform_context.md). */
function checkDefinitions(document: DocumentNode, complain: Complain): void {
  const declared = new Set(known);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) declared.add(definition.name.value);
    else if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION)
      complain(`has a ${definition.kind}, which Gladly does not support or provides itself`);
    else {
      for (const field of definition.fields ?? [])
        for (const used of [field.type, ...(field.arguments ?? []).map(({ type }) => type)])
          if (!declared.has(namedType(used)))
            complain(
              `${definition.name.value}.${field.name.value} uses ${namedType(used)} before it is declared`,
            );
      declared.add(definition.name.value);
    }
  }
}

export interface SchemaFile {
  schema: GraphQLSchema;
  types: readonly ObjectTypeDefinitionNode[];
  /** The fields of a root type. */
  fieldsOf: (root: 'Query' | 'Mutation') => readonly FieldDefinitionNode[];
}

/** Reads a schema of the app with what Gladly adds to it; `undefined` after a complaint that leaves no schema. */
function readSchema(text: string, side: Side, complain: Complain): SchemaFile | undefined {
  try {
    const document = parse(text);
    checkDefinitions(document, complain);
    const definitions = [...provided[side].definitions, ...document.definitions];
    const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions });
    const types = document.definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
    const fieldsOf = (root: string) => types.find(({ name }) => name.value === root)?.fields ?? [];
    return { schema, types, fieldsOf };
  } catch (error) {
    complain(error instanceof Error ? error.message : 'is not GraphQL');
    return undefined;
  }
}

export type Schemas = Record<Side, SchemaFile | undefined>;

export function readSchemas(files: AppFiles, report: Report): Schemas {
  const read = (side: Side) => {
    const text = files.get(schemaPath(side));
    return text === undefined
      ? undefined
      : readSchema(text, side, (message) => report(schemaPath(side), message));
  };
  return { data: read('data'), actions: read('actions') };
}
