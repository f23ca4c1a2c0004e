export { ArrangeHelp } from './ArrangeHelp.tsx';
export { ArrangeRow } from './ArrangeRow.tsx';
export { firstFound } from './firstFound.ts';
export { followShortcut } from './followShortcut.ts';
export { highlightOf } from './highlight.tsx';
export { selectBy } from './select.ts';
