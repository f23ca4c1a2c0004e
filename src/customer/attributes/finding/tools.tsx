export { ArrangeHelp } from './ArrangeHelp.tsx';
export { ArrangeRow } from './ArrangeRow.tsx';
export { followShortcut } from './followShortcut.ts';
export { highlightOf } from './highlight.tsx';
export { selectBy } from './select.ts';
