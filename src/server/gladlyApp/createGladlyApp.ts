import { Hono } from 'hono';
import { idPattern } from '#src/contract/paths.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import type { Clock } from '#src/gladly/retry.ts';
import { ApiProblem } from '../ApiProblem.ts';
import type { ServedDefinitions } from '../definitions/definitionsOf.ts';
import { noStore } from '../guards.ts';
import type { Log } from '../log.ts';
import type { SaveQueue } from '../queuePerKey.ts';
import { readBody } from '../readBody.ts';
import { writeBasis } from './basis.ts';
import { changeAttributes } from './changeAttributes.ts';
import { gladlyAppText as text } from './gladlyAppText.ts';
import { glanceDefinitions } from './glance.ts';
import { formFor } from './profileForm.ts';
import { profileUrl, summarize } from './profileSummary.ts';
import type { GladlyAppConfig } from './readGladlyApp.ts';
import { readSurvivor } from './readSurvivor.ts';
import { requireSecret } from './requireSecret.ts';

/** A form has a few lines of text, and what it began with. */
const maxFormBytes = 65_536;

const addresses = {
  profileSummary: '/gladly/v1/profile-summary',
  profileForm: '/gladly/v1/profile-form',
  attributeChanges: '/gladly/v1/attribute-changes',
} as const;

/** The id in a query that has nothing else. */
function customerIdOf(url: string): string {
  const [given, ...more] = [...new URL(url).searchParams];
  if (given?.[0] !== 'customerId' || more.length > 0)
    throw new ApiProblem('bad_request', 'Ask with exactly one parameter: customerId.');
  if (!idPattern.test(given[1])) throw new ApiProblem('not_found', 'No customer has such an id.');
  return given[1];
}

/** What the app's routes share with those of the panel. */
interface GladlyAppShared {
  gladly: GladlyClient;
  rule: RemovalRule;
  clock: Clock;
  definitions: ServedDefinitions;
  saves: SaveQueue;
  log: Log;
  /** Where agents open the panel; an origin, without a path. */
  publicOrigin: string;
}

/** The app's routes, once the server says what they share with it. */
export type GladlyAppRoutes = (shared: GladlyAppShared) => Hono;

/** The routes under `/gladly`, for the App Platform app in `gladly-app/` and nobody else. */
export const createGladlyApp =
  (config: GladlyAppConfig): GladlyAppRoutes =>
  (shared) =>
    routesOf({ ...config, ...shared });

function routesOf(options: GladlyAppConfig & GladlyAppShared): Hono {
  const { gladly, definitions, saves, secrets, publicOrigin, mayWrite } = options;
  const app = new Hono();
  const glance = glanceDefinitions(definitions);
  const [secret = ''] = secrets;

  async function readCustomer(id: string) {
    // What a save is about to change is no answer to a question that comes now.
    await saves.idle(id);
    return readSurvivor(gladly, id);
  }

  app.use('/gladly/*', noStore(), requireSecret(secrets));

  app.get(addresses.profileSummary, async (c) => {
    const customer = await readCustomer(customerIdOf(c.req.url));
    return c.json(summarize(customer, glance, definitions.rules, publicOrigin, new Date()));
  });

  app.get(addresses.profileForm, async (c) => {
    const id = customerIdOf(c.req.url);
    const readAt = text.readAt(new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC');
    const customer = await readCustomer(id);
    const { basis, fields, leftOut } = formFor(customer, mayWrite ? glance : []);
    return c.json({
      mayWrite,
      basis: writeBasis(basis, secret),
      readAt,
      fields,
      leftOut,
      profileUrl: profileUrl(publicOrigin, customer.id),
    });
  });

  app.post(addresses.attributeChanges, async (c) => {
    if (!mayWrite)
      throw new ApiProblem('forbidden', 'Changing attributes from Gladly is turned off.');
    return c.json(
      await changeAttributes(await readBody(c.req.raw, { maxBytes: maxFormBytes }), {
        ...options,
        glance,
      }),
    );
  });

  for (const [path, allow] of [
    [addresses.profileSummary, 'GET, HEAD'],
    [addresses.profileForm, 'GET, HEAD'],
    [addresses.attributeChanges, 'POST'],
  ] as const)
    app.all(path, () => {
      const detail = `This address takes ${allow} only.`;
      throw new ApiProblem('bad_request', detail, { status: 405, allow });
    });
  return app;
}
