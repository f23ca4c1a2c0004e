/** Levels of nesting that a request may have; `[]` is one level. Recursive readers behind it stay far from the stack's end. */
export const maxDepth = 200;
