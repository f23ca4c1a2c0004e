import { fieldsOf } from '#src/contract/json/fields.ts';
import { elements, members, objectText } from '#src/contract/json/members.ts';
import { paths } from '#src/contract/paths.ts';
import { saved } from '../hooks.ts';

export interface Answers {
  /** How many saves have come. */
  saves: () => number;
}

const json = (body: string) =>
  new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });

/** The attributes after the edits of a PATCH, all values as the texts that they are. */
function apply(attributes: string, edits: readonly string[]): string {
  const values = new Map((members(attributes) ?? []).map(({ key, json: text }) => [key, text]));
  for (const edit of edits) {
    const fields = fieldsOf(edit);
    const key = keyOf(edit);
    const to = fields.get('to');
    if (to === undefined) values.delete(key);
    else values.set(key, to);
  }
  return objectText(Array.from(values, ([key, text]) => ({ key, json: text })));
}

const keyOf = (edit: string) => JSON.parse(fieldsOf(edit).get('key') ?? '""') as string;

/** Replaces `fetch` by answers with the attributes of the benchmark, for every id that is asked for. */
export function answerInsteadOfServer(page: Window): Answers {
  let attributes = page.__BENCH__.json;
  let saves = 0;

  const customer = (id: string) =>
    `{"id":"${id}","name":"Customer ${id}","customAttributes":${attributes}}`;

  function save(id: string, body: string): Response {
    const at = performance.now();
    saves += 1;
    const edits = elements(fieldsOf(body).get('edits') ?? '[]') ?? [];
    attributes = apply(attributes, edits);
    saved(JSON.parse(attributes), at);
    const results = edits.map((edit) => `{"key":${JSON.stringify(keyOf(edit))},"outcome":"saved"}`);
    return json(`{"customer":${customer(id)},"results":[${results.join(',')}],"otherChanges":[]}`);
  }

  page.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input;
    const { pathname } = new URL(address, page.location.href);
    const id = pathname.split('/')[3] ?? '';
    if (init?.method === 'PATCH' && typeof init.body === 'string') return save(id, init.body);
    if (pathname === paths.customer(id)) return json(customer(id));
    return new Response('', { status: 404 });
  };
  return { saves: () => saves };
}
