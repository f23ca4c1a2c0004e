import { Hono } from 'hono';
import { contactKeysOf } from './contactPoints.ts';
import { errorsText, jsonResponse, refuse, type ApiError } from './errors.ts';
import { foundAmong, readQuestion } from './findProfiles.ts';
import { arrayText, membersOf, objectText } from './json.ts';
import { readProfile } from './readProfile.ts';
import { generateId, isUsableId } from './readSeeds.ts';
import type { Settings } from './settings.ts';
import { attributesOf, type Fields, type Store } from './store.ts';

/** Gladly REST API, Customers: Create, Find, Get, Update, Delete. */
export function profileRoutes(store: Store, settings: Settings): Hono {
  const routes = new Hono();
  const missing = (id: string) =>
    jsonResponse(404, errorsText([notExisting(id)], settings.errorsAs));

  routes.post('/', async (context) => create(await bodyOf(context.req.raw), store, settings));

  routes.get('/', (context) => {
    const question = readQuestion(new URL(context.req.url).searchParams);
    if (typeof question !== 'function') return refuse(400, question);
    const found = foundAmong(store.indexed(settings.now().getTime()), question);
    return jsonResponse(200, arrayText(found.map((fields) => answerText(fields, settings))));
  });

  routes.get('/:id', (context) => {
    const id = context.req.param('id');
    const fields = store.get(id);
    if (fields !== undefined) return jsonResponse(200, answerText(fields, settings));
    const target = store.movedTo(id);
    return target === undefined ? missing(id) : moved(id, target, settings);
  });

  routes.patch('/:id', async (context) => {
    const id = context.req.param('id');
    // Read first: between here and the answer nothing may wait, so that a write is one step.
    const body = await bodyOf(context.req.raw);
    const fields = store.get(id);
    return fields === undefined ? missing(id) : update(id, fields, body, store, settings);
  });

  routes.delete('/:id', (context) => {
    const id = context.req.param('id');
    if (store.get(id) === undefined) return missing(id);
    const open = store.conversations.some(
      ({ customerId, status }) => customerId === id && status !== 'CLOSED',
    );
    if (open) {
      const detail = 'customer has conversations that are not closed';
      const error = { attr: 'conversation', code: 'invalid_state', detail } as const;
      return jsonResponse(400, errorsText([error], settings.errorsAs));
    }
    store.drop(id);
    return new Response(null, { status: 204 });
  });

  return routes;
}

/** The text of a profile's answer. Organizations without an old Lookup Adaptor never see `externalCustomerId`. */
export const answerText = (
  fields: Fields,
  { legacyLookup }: Pick<Settings, 'legacyLookup'>,
): string =>
  objectText([...fields].filter(([field]) => legacyLookup || field !== 'externalCustomerId'));

const notExisting = (id: string): ApiError => ({
  code: 'not_exist',
  detail: `customer profile [${id}] does not exist`,
});

/** The body as text; undefined when its bytes are no UTF-8. */
async function bodyOf(request: Request): Promise<string | undefined> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function create(body: string | undefined, store: Store, settings: Settings): Response {
  const { sent, fields, errors } = readProfile(body ?? '', settings);
  const id: unknown = JSON.parse(sent.get('id') ?? JSON.stringify(generateId()));
  if (typeof id !== 'string' || !isUsableId(id)) {
    const tooLong = typeof id === 'string' && id.length >= 50;
    const detail = tooLong
      ? 'id must be shorter than 50 characters'
      : 'id must be a URL-safe string';
    errors.push({ attr: 'id', code: tooLong ? 'too_long' : 'invalid', detail });
    return refuse(400, ...errors);
  }
  if (errors.length > 0) return refuse(400, ...errors);
  if (store.get(id) !== undefined || store.movedTo(id) !== undefined) {
    return refuse(409, { attr: 'id', code: 'taken', detail: 'customer ID exists' });
  }
  const time = settings.now();
  fields.set('id', JSON.stringify(id)).set('createdAt', JSON.stringify(time.toISOString()));
  const taken = takenIn(id, fields, store);
  if (taken.length > 0) return refuse(409, ...taken);
  store.put(id, fields, time.getTime());
  const headers = { Location: `/api/v1/customer-profiles/${id}` };
  return new Response(null, { status: 201, headers });
}

function update(
  id: string,
  before: Fields,
  body: string | undefined,
  store: Store,
  settings: Settings,
): Response {
  const { fields: changes, errors } = readProfile(body ?? '', settings);
  if (errors.length > 0) return refuse(400, ...errors);
  const attributes = changes.get('customAttributes');
  if (attributes !== undefined && settings.customAttributes === 'merge') {
    const merged = new Map([...attributesOf(before), ...membersOf(attributes)]);
    changes.set('customAttributes', objectText(merged));
  }
  const time = settings.now();
  const fields = new Map([...before, ...changes]);
  fields.set('updatedAt', JSON.stringify(time.toISOString()));
  const taken = takenIn(id, changes, store);
  if (taken.length > 0) return refuse(409, ...taken);
  store.put(id, fields, time.getTime());
  return new Response(null, { status: 204 });
}

// Which `attr` Gladly names is not documented; the field that holds the value is our reading.
function takenIn(id: string, sent: Fields, store: Store): ApiError[] {
  const own = contactKeysOf(sent);
  const others = store.othersThan(id);
  const taken = (attr: 'emails' | 'phones', values: string[], key: 'emails' | 'mobiles') =>
    values
      .filter((value) => others.some((keys) => keys[key].includes(value)))
      .map((value): ApiError => ({ attr, code: 'taken', detail: `${value} is taken` }));
  return [...taken('emails', own.emails, 'emails'), ...taken('phones', own.mobiles, 'mobiles')];
}

function moved(id: string, target: string, { movedLocation }: Settings): Response {
  const error: ApiError = {
    attr: 'customerId',
    code: 'moved',
    detail: 'customer id has changed',
    meta: { old: id, new: target },
  };
  const headers = movedLocation ? { Location: `/api/v1/customer-profiles/${target}` } : {};
  return jsonResponse(301, errorsText([error]), headers);
}
