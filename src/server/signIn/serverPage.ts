import { html } from 'hono/html';
import type { PageText } from './signInText.ts';

type Action =
  | { label: string; href: string }
  /** A form without fields. */
  | { label: string; post: string };

export interface PageParts {
  actions?: readonly Action[];
  /** Shown instead of the rest, when the page's script finds that it applies. */
  hidden?: { id: string; text: string };
  /** An address of our own. */
  script?: string;
  /** `data-` attributes for the script. */
  data?: Readonly<Record<string, string>>;
}

function actionHtml(action: Action, index: number) {
  const look = index === 0 ? 'button button--primary' : 'button';
  return 'href' in action
    ? html`<a class="${look}" href="${action.href}">${action.label}</a>`
    : html`<form method="post" action="${action.post}">
        <button class="${look}">${action.label}</button>
      </form>`;
}

const dataHtml = ([name, value]: [string, string]) => html` data-${name}="${value}"`;

/**
 * A page of the server itself, in the product's look: what happened and what to do. The look comes from the panel's own
 * style sheets; without them the page reads well all the same. Nothing on it says whom it is about.
 */
export function serverPage(
  styleSheets: readonly string[],
  { title, paragraphs }: PageText,
  { actions = [], hidden, script, data = {} }: PageParts = {},
) {
  return html`<!doctype html>
    <html lang="en" ${Object.entries(data).map(dataHtml)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${[...styleSheets, '/sign-in/page.css'].map(
          (href) => html`<link rel="stylesheet" href="${href}" />`,
        )}
        ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <main class="server-page">
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}
          ${hidden === undefined ? '' : html`<p id="${hidden.id}" hidden>${hidden.text}</p>`}
          ${
            actions.length === 0
              ? ''
              : html`<div class="server-page__actions">${actions.map(actionHtml)}</div>`
          }
        </main>
      </body>
    </html> `;
}
