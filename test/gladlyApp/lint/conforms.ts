import {
  GraphQLError,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLOutputType,
} from 'graphql';
import { isDateTime } from '#src/contract/dateTime.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** GraphQL's own scalars judge themselves; of Gladly's, a DateTime is ISO 8601 and a Currency a text. */
function scalarProblem(name: string, parse: (value: unknown) => unknown, value: unknown) {
  if (name === 'DateTime')
    return typeof value === 'string' && isDateTime(value)
      ? undefined
      : 'is no DateTime of ISO 8601';
  if (name === 'Currency') return typeof value === 'string' ? undefined : 'is no text';
  try {
    parse(value);
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError ? error.message : 'is no such value';
  }
}

/** Where a value is not of a GraphQL type, fields that the type does not have included. */
export function problemsOf(value: unknown, type: GraphQLOutputType, at = ''): string[] {
  const place = at === '' ? 'the value' : at.replace(/^\./, '');
  if (isNonNullType(type))
    return value === null || value === undefined
      ? [`${place} must not be null`]
      : problemsOf(value, type.ofType, at);
  if (value === null || value === undefined) return [];
  if (isListType(type)) {
    const item: GraphQLOutputType = type.ofType;
    return Array.isArray(value)
      ? value.flatMap((each, index) => problemsOf(each, item, `${at}[${index}]`))
      : [`${place} is no list`];
  }
  if (isObjectType(type)) {
    if (!isObject(value)) return [`${place} is no ${type.name}`];
    const fields = type.getFields();
    return [
      ...Object.keys(value).flatMap((name) =>
        Object.hasOwn(fields, name) ? [] : [`${place} has ${name}, which ${type.name} has not`],
      ),
      ...Object.entries(fields).flatMap(([name, field]) =>
        problemsOf(value[name], field.type, `${at}.${name}`),
      ),
    ];
  }
  if (isScalarType(type)) {
    const problem = scalarProblem(type.name, (each) => type.parseValue(each), value);
    return problem === undefined ? [] : [`${place}: ${problem}`];
  }
  const isMember = isEnumType(type) && type.getValues().some(({ name }) => name === value);
  return isMember ? [] : [`${place} is not of ${type.name}`];
}
