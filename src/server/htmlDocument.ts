/** Names without `data-`, and their values. */
export type DocumentMarks = Readonly<Record<string, string>>;

export interface HtmlDocument {
  /** The document with `data-` attributes on its root element, which cannot end before their value does. */
  marked(marks: DocumentMarks): string;
  /** The addresses of its style sheets: the product's look, for the server's own pages. */
  styleSheets: string[];
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const attribute = ([name, value]: [string, string]) =>
  `data-${name}="${value.replace(/[&"<>]/g, (sign) => entities[sign] ?? '')}"`;

/** The built document, to which the server writes what a page has to know before it can ask. */
export function htmlDocument(html: string): HtmlDocument {
  return {
    marked(marks) {
      // A function, because `$` in a replacement text has a meaning of its own.
      return html.replace('<html', () =>
        ['<html', ...Object.entries(marks).map(attribute)].join(' '),
      );
    },
    styleSheets: [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(
      ([, href = '']) => href,
    ),
  };
}
