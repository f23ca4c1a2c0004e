/**
 * The name under `$defs` that a `$ref` points at; `undefined` for every other reference: those to other
 * files and into the depth, and names that would have to be escaped in a JSON Pointer (RFC 6901) or a URI.
 */
export function localRef(ref: string): string | undefined {
  return /^#\/\$defs\/([^/~%]+)$/.exec(ref)?.[1];
}
