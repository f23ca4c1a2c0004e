/**
 * Card language 1.1, as far as it could be read: Card, Block and BooleanValue from Gladly's reference
 * (help.gladly.com, Card Language Reference), the others from the cards that Gladly published. Anything
 * else is refused, because nothing tells that it works.
 */

const sizes = ['small', 'default', 'medium', 'large', 'extraLarge'];
const weights = ['light', 'regular', 'medium', 'semiBold', 'bold'];
const alignments = ['left', 'right', 'center'];
const paddings = ['none', 'extraSmall', 'small', 'medium', 'large', 'extraLarge'];
const flags = ['true', 'false'];

/** What an attribute may hold: one of a list, a whole number, free text, text with `{{ }}`, a path or a condition. */
export type AttributeKind =
  readonly string[] | 'number' | 'text' | 'template' | 'path' | 'condition';

type Attributes = Record<string, AttributeKind>;

const value: Attributes = {
  direction: ['auto', 'ltr', 'rtl'],
  displayStyle: ['default', 'stacked', 'row'],
  label: 'text',
  labelAlignment: alignments,
  labelFontSize: sizes,
  labelFontWeight: weights,
  padding: paddings,
  valueAlignment: alignments,
  valueFontSize: sizes,
  valueFontWeight: weights,
  when: 'condition',
};

const source: Attributes = { ...value, dataSource: 'path' };

const dataElements = [
  'StringValue',
  'DateTimeValue',
  'CurrencyValue',
  'NumericValue',
  'BooleanValue',
  'Link',
  'Formula',
];

const content = [
  'Block',
  'ColumnGroup',
  'Divider',
  'Drawer',
  'Image',
  'List',
  'Section',
  'Spacer',
  'Text',
  ...dataElements,
];

export interface ElementRule {
  attributes: Attributes;
  required?: readonly string[];
  children?: readonly string[];
  /** Whether text with `{{ }}` may stand in it. */
  text?: true;
}

const fontOfText: Attributes = { fontSize: sizes, fontWeight: weights };

export const elements: Readonly<Record<string, ElementRule>> = {
  Card: {
    attributes: { cardType: ['expandable', 'static'], title: 'template' },
    children: content,
  },
  Block: {
    attributes: {
      alignment: alignments,
      aria: 'text',
      border: flags,
      padding: paddings,
      when: 'condition',
    },
    children: content,
  },
  ColumnGroup: {
    attributes: { columnSpacing: ['small', 'medium', 'large'] },
    children: ['Column'],
  },
  Column: {
    attributes: { alignment: alignments, verticalAlignment: ['top', 'center'], width: 'text' },
    children: content,
  },
  Section: {
    attributes: {
      expandable: flags,
      padding: paddings,
      title: 'template',
      titleFontSize: sizes,
      when: 'condition',
    },
    children: content,
  },
  Drawer: {
    attributes: { initialState: ['collapsed', 'expanded', 'expandFirst'], when: 'condition' },
    children: ['Fixed', 'Expandable'],
  },
  Fixed: { attributes: {}, children: content },
  Expandable: { attributes: {}, children: content },
  List: {
    attributes: { dataSource: 'path', separateItems: flags },
    required: ['dataSource'],
    children: content,
  },
  Divider: { attributes: { spacing: ['small', 'medium', 'large'], when: 'condition' } },
  // Neither of these two takes `when`: a Block around them does.
  Spacer: { attributes: { size: ['small', 'medium', 'large'] } },
  Text: { attributes: { ...fontOfText, maxLines: 'number' }, children: ['Bold'], text: true },
  Bold: { attributes: {}, text: true },
  Image: {
    attributes: {
      border: flags,
      dataSource: 'path',
      mode: ['fill'],
      shape: ['rectangle'],
      size: 'text',
    },
    required: ['dataSource'],
  },
  StringValue: {
    attributes: { ...source, maxLines: 'number', multilineStyle: ['expandable'] },
    required: ['dataSource'],
  },
  NumericValue: { attributes: { ...source, decimalPlaces: 'number' }, required: ['dataSource'] },
  CurrencyValue: {
    attributes: { ...source, currencyCodeSource: 'path', defaultCurrencyCode: 'text' },
    required: ['dataSource'],
  },
  DateTimeValue: { attributes: { ...source, format: 'text' }, required: ['dataSource'] },
  BooleanValue: {
    attributes: { ...source, displayFalseAs: 'text', displayTrueAs: 'text' },
    required: ['dataSource'],
  },
  Formula: { attributes: value, text: true },
  Link: { attributes: { ...source, linkText: 'template', linkUrl: 'template' } },
};

/** The GraphQL types that an element can show. */
export const shows: Readonly<Record<string, readonly string[]>> = {
  StringValue: ['String', 'ID'],
  NumericValue: ['Int', 'Float'],
  CurrencyValue: ['Currency', 'Float', 'Int'],
  DateTimeValue: ['DateTime'],
  BooleanValue: ['Boolean'],
  Image: ['String'],
  Link: ['String'],
};

/** The filters that Gladly's reference and cards use. */
export const filters = [
  'length',
  'title',
  'capitalize',
  'upper',
  'lower',
  'date',
  'join',
  'format_currency',
];
