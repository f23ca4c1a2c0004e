import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { filters } from './cardLanguage.ts';
import type { Complain } from './report.ts';

/** The data that a place in a card looks at, and that of the places around it. */
export interface Scope {
  type: GraphQLOutputType;
  parent?: Scope;
}

const rootOf = (scope: Scope): Scope => (scope.parent ? rootOf(scope.parent) : scope);

const unwrapped = (type: GraphQLOutputType): GraphQLOutputType =>
  isNonNullType(type) ? unwrapped(type.ofType) : type;

/** The items of a list type; `undefined` for what is none. */
export function itemOf(type: GraphQLOutputType): GraphQLOutputType | undefined {
  const list = unwrapped(type);
  return isListType(list) ? list.ofType : undefined;
}

/** The type at a path; `'number'` for an index or a length, `undefined` where nothing is. */
export function typeAt(path: string, scope: Scope): GraphQLOutputType | 'number' | undefined {
  const [first = '', ...rest] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let type: GraphQLOutputType | undefined;
  let steps = rest;
  if (first === '__index') return scope.parent && rest.length === 0 ? 'number' : undefined;
  if (first === '__data') type = scope.type;
  else if (first === '__root') type = rootOf(scope).type;
  else if (first === '__parent') type = scope.parent?.type;
  else {
    type = scope.type;
    steps = [first, ...rest];
  }
  for (const [index, step] of steps.entries()) {
    if (!type) return undefined;
    const here = unwrapped(type);
    if (isListType(here)) {
      if (step === 'length') return index === steps.length - 1 ? 'number' : undefined;
      type = /^\d+$/.test(step) ? here.ofType : undefined;
    } else type = isObjectType(here) ? here.getFields()[step]?.type : undefined;
  }
  return type;
}

/** The name of the scalar at a path, or what is there instead. */
export function shownAt(path: string, scope: Scope): string | undefined {
  const type = typeAt(path, scope);
  if (type === undefined || type === 'number') return type && 'Int';
  return itemOf(type) ? `[${getNamedType(type).name}]` : getNamedType(type).name;
}

const words = ['and', 'or', 'not', 'is', 'null', 'empty', 'defined', 'true', 'false'];

const token =
  /\s+|'[^']*'|"[^"]*"|\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.\w+|\[\d+\])*|==|!=|<=|>=|[<>?:|(),+\-*/[\]]/y;

/** Whether an expression names only what is there, and calls only filters that are known. */
export function checkExpression(expression: string, scope: Scope, complain: Complain): void {
  token.lastIndex = 0;
  let depth = 0;
  let before = '';
  while (token.lastIndex < expression.length) {
    const start = token.lastIndex;
    const [found] = token.exec(expression) ?? [];
    if (found === undefined) {
      complain(`"${expression.trim()}" cannot be read from "${expression.slice(start)}"`);
      return;
    }
    if (found.trim() === '') continue;
    depth += found === '(' ? 1 : found === ')' ? -1 : 0;
    const isName = /^[A-Za-z_]/.test(found);
    if (before === '|') {
      if (!filters.includes(found)) complain(`"${found}" is no filter that is known`);
    } else if (isName && !words.includes(found) && typeAt(found, scope) === undefined)
      complain(`"${found}" is not in the data at this place`);
    before = found;
  }
  if (depth !== 0) complain(`"${expression.trim()}" has a bracket without its pair`);
  if (before === '' || before === '|') complain(`"${expression.trim()}" does not end`);
}

/** Checks every `{{ }}` of a text. */
export function checkTemplate(text: string, scope: Scope, complain: Complain): void {
  const rest = text.replace(/\{\{-?(.*?)-?\}\}/gs, (_, expression: string) => {
    checkExpression(expression, scope, complain);
    return '';
  });
  if (/\{\{|\}\}/.test(rest)) complain(`"${text.trim()}" has braces without their pair`);
}
