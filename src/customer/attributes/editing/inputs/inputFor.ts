import { isDateTime } from '#src/contract/dateTime.ts';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { elements } from '#src/contract/json/members.ts';
import { isJson, rowFor, rowJson } from '../editRow.ts';
import { rowKinds, type EditRow, type RowKind } from '../rowSchema.ts';
import { isUnread } from './localNumber.ts';
import { readLeftOut, readMoment } from './moment.ts';

/** A control that fits what the brand says about an attribute. */
export type Input =
  | 'choice'
  | 'yesNo'
  | 'number'
  | 'amount'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'duration'
  | 'email'
  | 'uri'
  | 'e164'
  | 'lines'
  | 'text'
  | 'list';

type Value = Pick<EditRow, 'kind' | 'text' | 'from'>;

const byFormat: Readonly<Record<string, Input>> = {
  date: 'date',
  'date-time': 'dateTime',
  time: 'time',
  duration: 'duration',
  email: 'email',
  uri: 'uri',
  e164: 'e164',
};

const kindsByType: Record<JsonKind, RowKind> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
  object: 'json',
  array: 'json',
};

/** The kinds of row that a definition has a place for; all of them where it says nothing of types. */
export function allowedKinds({ types }: Definition): readonly RowKind[] {
  if (types.length === 0) return rowKinds;
  const kinds = types.map((type) => kindsByType[type]);
  return rowKinds.filter((kind) => kinds.includes(kind));
}

function textInput({ format = '', currency, multiline }: Definition): Input {
  const input = byFormat[format];
  if (input) return input;
  if (currency !== undefined) return 'amount';
  return multiline ? 'lines' : 'text';
}

/** Whether the items of a list have a control each. */
const isScalar = ({ options, types }: Definition) =>
  options !== undefined ||
  (types.length === 1 && ['string', 'number', 'boolean'].includes(types.join('')));

/** The control for a value of a kind, whatever the value is; `undefined` where the definition wants no such kind, or has no better control. */
export function wantedInput(definition: Definition, kind: RowKind): Input | undefined {
  const { options, types, items } = definition;
  if (options) return 'choice';
  if (!allowedKinds(definition).includes(kind)) return undefined;
  switch (kind) {
    case 'text':
      return textInput(definition);
    case 'number':
      return 'number';
    case 'boolean':
      return 'yesNo';
    case 'json':
      return types.includes('array') && items && isScalar(items) ? 'list' : undefined;
    case 'null':
      return undefined;
  }
}

/** A day that a date control can show. */
export const isDay = (text: string) => /^(?!0000)/.test(text) && isDateTime(`${text}T00:00:00Z`);

/** A time with offset that a time control can show. */
const isTimeOfDay = (text: string) =>
  /^\d\d:\d\d:(?!60)\d\d(?:\.\d{1,3})?(?:[zZ]|[+-]\d\d:\d\d)$/.test(text) &&
  isDateTime(`2000-01-01T${text}`);

function isListOfScalars(json: string): boolean {
  if (json === '') return true;
  return isJson(json) && (elements(json)?.every((item) => !/^[[{]/.test(item)) ?? false);
}

/** Whether a control can show a row's text and give it back as it is. */
export function canHold(input: Input, { kind, text }: Value): boolean {
  switch (input) {
    case 'choice':
      return kind !== 'json' || isJson(text);
    case 'date':
      return text === '' || isDay(text);
    case 'dateTime':
      return text === '' || readMoment(text) !== undefined || readLeftOut(text) !== undefined;
    case 'time':
      return text === '' || isTimeOfDay(text);
    case 'amount':
      return text === '' || /^-?\d+(?:\.\d+)?$/.test(text) || isUnread(text);
    case 'list':
      return isListOfScalars(text);
    case 'duration':
    case 'email':
    case 'uri':
    case 'e164':
      return !text.includes('\n');
    case 'yesNo':
    case 'number':
    case 'lines':
    case 'text':
      return true;
  }
}

/**
 * The control for a value: by what the brand says of the attribute, where the value is of that sort.
 * `undefined`: it is edited as the JSON that it is.
 */
export function inputFor(definition: Definition | undefined, value: Value): Input | undefined {
  const input = definition && wantedInput(definition, value.kind);
  return input && canHold(input, value) ? input : undefined;
}

/** The option that a row holds, as the same JSON value however it is written. */
export function optionOf({ options }: Definition, row: Value) {
  const json = rowJson(row);
  return isJson(json) ? options?.find((option) => equalJson(option.json, json)) : undefined;
}

/** What a JSON text is in a row. */
export function valueIn(json: string): Pick<EditRow, 'kind' | 'text'> {
  const { kind, text } = rowFor('', json);
  return { kind, text };
}

const emptyText: Record<JsonKind, string> = {
  string: '',
  number: '',
  boolean: '',
  null: '',
  object: '{}',
  array: '[]',
};

/** What a defined attribute begins with that a customer does not have: its default, or a control with nothing in it. */
export function startOf(
  definition: Definition,
): Pick<EditRow, 'kind' | 'text'> & { isSet: boolean } {
  if (definition.default !== undefined) return { ...valueIn(definition.default), isSet: true };
  const type = definition.types.find((each) => each !== 'null') ?? definition.types[0] ?? 'string';
  return { kind: kindsByType[type], text: emptyText[type], isSet: false };
}

/** The JSON of an item as it is typed into a list; a text where it is not what the items should be, for the rules to tell. */
export function itemJson({ types }: Definition, text: string): string {
  const isNumber = types.includes('number') && !types.includes('string') && isJsonNumber(text);
  return isNumber ? text : JSON.stringify(text);
}
