import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fileOf, type AppFiles } from '../readApp.ts';
import { elements, shows, type AttributeKind } from './cardLanguage.ts';
import {
  checkExpression,
  checkTemplate,
  itemOf,
  shownAt,
  typeAt,
  type Scope,
} from './expressions.ts';
import type { Schemas } from './graphqlSchemas.ts';
import type { readConfigs } from './jsonFiles.ts';
import type { Complain, Report } from './report.ts';
import { typeNamed } from './testData.ts';

/** An element that is open, and the data that its content looks at. */
interface Open {
  name: string;
  scope: Scope;
}

function checkAttribute(
  kind: AttributeKind,
  name: string,
  text: string,
  scope: Scope,
  complain: Complain,
) {
  if (kind === 'template') checkTemplate(text, scope, complain);
  else if (kind === 'condition') checkExpression(text, scope, complain);
  else if (kind === 'path') {
    if (typeAt(text, scope) === undefined)
      complain(`${name}="${text}" is not in the data at this place`);
  } else if (text.includes('{{')) complain(`${name} takes no {{ }}`);
  else if (kind === 'number' && !/^\d+$/.test(text))
    complain(`${name}="${text}" is no whole number`);
  else if (typeof kind !== 'string' && !kind.includes(text))
    complain(`${name}="${text}" is none of ${kind.join(', ')}`);
}

function checkLink({ attributes }: SaxesTagPlain, complain: Complain) {
  const { dataSource, linkUrl } = attributes;
  if ((dataSource === undefined) === (linkUrl === undefined))
    complain('Link has either a dataSource or a linkUrl');
  // A card cannot encode what it puts into an address, so our server builds the whole of it.
  if (linkUrl?.includes('{{'))
    complain('linkUrl puts data into an address, which nothing encodes here');
}

/** Checks an element's own attributes; returns what its content looks at. */
function checkElement(
  tag: SaxesTagPlain,
  outer: Open | undefined,
  scope: Scope,
  complain: Complain,
): Scope {
  const rule = Object.hasOwn(elements, tag.name) ? elements[tag.name] : undefined;
  if (!rule) {
    complain(`${tag.name} is no element of the card language`);
    return scope;
  }
  if (outer ? !elements[outer.name]?.children?.includes(tag.name) : tag.name !== 'Card')
    complain(`${tag.name} cannot stand ${outer ? `in ${outer.name}` : 'outside of Card'}`);
  for (const [name, text] of Object.entries(tag.attributes)) {
    const kind = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (kind === undefined) complain(`${tag.name} has no attribute ${name}`);
    else checkAttribute(kind, name, text, scope, (message) => complain(`${tag.name}: ${message}`));
  }
  for (const name of rule.required ?? [])
    if (tag.attributes[name] === undefined) complain(`${tag.name} needs ${name}`);
  if (tag.name === 'Link') checkLink(tag, complain);
  const source = tag.attributes['dataSource'];
  if (source === undefined) return scope;
  if (tag.name === 'List') {
    const type = typeAt(source, scope);
    const item = type === undefined || type === 'number' ? undefined : itemOf(type);
    if (type !== undefined && !item) complain(`List: "${source}" is no list`);
    return item ? { type: item, parent: scope } : scope;
  }
  const shown = shownAt(source, scope);
  if (shown !== undefined && !shows[tag.name]?.includes(shown))
    complain(`${tag.name} cannot show "${source}", which is ${shown}`);
  return scope;
}

function lintCard(text: string, root: Scope, complain: Complain): void {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let language: string | undefined;
  let broken = false;
  const at: Complain = (message) => complain(`line ${parser.line}: ${message}`);
  parser.on('error', ({ message }) => {
    if (!broken) complain(`is not well-formed XML: ${message}`);
    broken = true;
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'Template' && open.length === 0) language = body.trim();
    else at(`<?${target}?> has no place here`);
  });
  parser.on('opentag', (tag) => {
    if (open.length === 0 && language !== 'languageVersion="1.1"')
      at('begins with <?Template languageVersion="1.1" ?>');
    const outer = open.at(-1);
    open.push({ name: tag.name, scope: checkElement(tag, outer, outer?.scope ?? root, at) });
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (content) => {
    const here = open.at(-1);
    if (!here || content.trim() === '') return;
    if (elements[here.name]?.text) checkTemplate(content, here.scope, at);
    else at(`${here.name} takes no text`);
  });
  parser.on('cdata', () => at('CDATA has no place in a card'));
  parser.on('doctype', () => at('a DOCTYPE has no place in a card'));
  parser.write(text).close();
}

/** Whether cards are well-formed, in the card language, and show what is in their data. */
export function lintCards(
  files: AppFiles,
  schemas: Schemas,
  { cards }: ReturnType<typeof readConfigs>,
  report: Report,
): void {
  for (const { folder, config } of cards) {
    const path = `${folder}/flexible.card`;
    const schema = schemas[config.graphqlSchema]?.schema;
    const type = schema && typeNamed(schema, config.graphqlType);
    if (type && files.has(path))
      lintCard(fileOf(files, path), { type }, (message) => report(path, message));
  }
}
