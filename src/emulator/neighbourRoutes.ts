import { Hono } from 'hono';
import { jsonResponse, refuse } from './errors.ts';
import type { Store } from './store.ts';

const complete = { 'Gladly-Limited-Data': 'false' };
const listed = (items: readonly unknown[]) => jsonResponse(200, JSON.stringify(items), complete);

/**
 * What surrounds a customer (Gladly REST API, Conversations, Tasks, Organization). Conversations
 * exist only as far as they hinder a deletion; they have no items, and nobody has tasks.
 */
export function neighbourRoutes(store: Store): Hono {
  const routes = new Hono();
  const conversation = (id: string) => store.conversations.find((known) => known.id === id);

  routes.get('/customers/:id/conversations', (context) => {
    const id = context.req.param('id');
    return listed(store.conversations.filter(({ customerId }) => customerId === id).slice(0, 100));
  });
  routes.get('/customers/:id/tasks', (context) => {
    const id = context.req.param('id');
    const status = context.req.query('status') ?? 'OPEN';
    if (!['OPEN', 'CLOSED'].includes(status)) {
      return refuse(400, {
        attr: 'status',
        code: 'invalid',
        detail: 'status must be OPEN or CLOSED',
      });
    }
    return store.get(id) === undefined ? missing('customer', id) : listed([]);
  });
  routes.get('/conversations/:id', (context) => {
    const id = context.req.param('id');
    const found = conversation(id);
    return found ? jsonResponse(200, JSON.stringify(found)) : missing('conversation', id);
  });
  routes.get('/conversations/:id/items', (context) => {
    const id = context.req.param('id');
    return conversation(id) ? listed([]) : missing('conversation', id);
  });
  routes.get('/organization', () => jsonResponse(200, organization));
  return routes;
}

const missing = (what: string, id: string) =>
  refuse(404, { code: 'not_exist', detail: `${what} [${id}] does not exist` });

const organization = JSON.stringify({
  id: 'qX3vN0b8Tn6mLr5sYk2hUg',
  loginDomain: 'example.com',
  name: 'Example Outfitters',
  timezone: 'America/New_York',
  gladlyUrl: 'https://example-outfitters.example.com',
});
