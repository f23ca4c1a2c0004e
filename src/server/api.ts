import { Hono, type Context } from 'hono';
import { writeCustomer } from '#src/contract/customer.ts';
import { readEdits, type Edit } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { arrayText } from '#src/contract/json/fields.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import { findParameters, idPattern, paths, type FindParameter } from '#src/contract/paths.ts';
import { writeSaveResult } from '#src/contract/saveAnswer.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import type { Clock } from '#src/gladly/retry.ts';
import { toCustomer } from '#src/gladly/toCustomer.ts';
import { ApiProblem } from './ApiProblem.ts';
import { auditSave } from './auditSave.ts';
import { brokenRules } from './definitions/brokenRules.ts';
import type { ServedDefinitions } from './definitions/definitionsOf.ts';
import type { Log } from './log.ts';
import type { SaveQueue } from './queuePerKey.ts';
import { readBody } from './readBody.ts';
import { saveAttributes } from './saveAttributes.ts';
import type { ServerEnv } from './serverEnv.ts';
import { covers, followMerge } from './signIn/Grant.ts';

const json = (body: string) =>
  new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });

function checkedId(id: string): string {
  if (!idPattern.test(id)) throw new ApiProblem('not_found', 'No customer has such an id.');
  return id;
}

/** The id that was asked for, if whoever asks may see that customer; else it is refused without asking Gladly. */
function coveredId(c: Context<ServerEnv, '/api/customers/:id'>): string {
  const id = checkedId(c.req.param('id'));
  if (!covers(c.get('grant'), id))
    throw new ApiProblem('forbidden', 'You came here for another customer.');
  return id;
}

/** E.164: a plus sign and up to 15 digits (ITU-T E.164), which is what Gladly's Find takes. */
const e164 = /^\+[1-9]\d{1,14}$/;

function findQuery(query: URLSearchParams): { by: FindParameter; value: string } {
  const [given, ...more] = [...query.entries()];
  const by = findParameters.find((name) => name === given?.[0]);
  if (!given || !by || more.length > 0)
    throw new ApiProblem('bad_request', `Search by exactly one of ${findParameters.join(', ')}.`);
  const value = given[1].trim();
  if (value === '') throw new ApiProblem('bad_request', `${by} is empty.`);
  if (by === 'phoneNumber' && !e164.test(value))
    throw new ApiProblem(
      'bad_request',
      'phoneNumber is an international number such as +14155550100, its + encoded as %2B.',
    );
  return { by, value };
}

/** What Gladly refuses to search for, such as half an e-mail address, is the agent's to mend. */
function refusedSearch(error: unknown): never {
  if (error instanceof GladlyError && error.fault === 'invalid')
    throw new ApiProblem('bad_request', 'Gladly does not take this as a search.');
  throw error;
}

/** Refuses edits that would break a rule of the brand's, all at once and before anything is read. */
function checkRules({ rules }: ServedDefinitions, edits: readonly Edit[]): void {
  const errors = brokenRules(rules, edits);
  if (errors.length > 0)
    throw new ApiProblem('invalid', 'This breaks a rule of an attribute. Nothing was saved.', {
      errors,
    });
}

export interface ApiOptions {
  gladly: GladlyClient;
  rule: RemovalRule;
  clock: Clock;
  definitions: ServedDefinitions;
  log: Log;
  /** Where saves of the same customer wait for each other. */
  saves: SaveQueue;
}

/** Where Gladly says that the profile went, if it was merged. */
const movedTo = (error: unknown) =>
  error instanceof GladlyError ? error.fields.movedTo : undefined;

/**
 * The routes under `/api` that are about customers, and no others: this server is no proxy. `whoAsks` has to
 * stand before them.
 */
export function createApi(options: ApiOptions): Hono<ServerEnv> {
  const { gladly, rule, clock, definitions, log, saves } = options;
  const api = new Hono<ServerEnv>();

  api.get(paths.customers, async (c) => {
    if (c.get('grant').customers !== 'all')
      throw new ApiProblem('forbidden', 'You came here for one customer, so you cannot search.');
    const { by, value } = findQuery(new URL(c.req.url).searchParams);
    const profiles = await gladly.findProfiles(by, value).catch(refusedSearch);
    return json(arrayText(profiles.map((profile) => writeCustomer(toCustomer(profile)))));
  });

  api.get('/api/customers/:id', async (c) => {
    const id = coveredId(c);
    // A panel whose connection broke during a save asks what became of it: not before it is through.
    await saves.idle(id);
    try {
      const customer = toCustomer(await gladly.getProfile(id));
      followMerge(c.get('grant'), id, customer.id);
      return json(writeCustomer(customer));
    } catch (error) {
      const survivor = movedTo(error);
      if (survivor === undefined) throw error;
      followMerge(c.get('grant'), id, survivor);
      return c.redirect(paths.customer(survivor), 308);
    }
  });

  api.patch('/api/customers/:id/custom-attributes', async (c) => {
    const grant = c.get('grant');
    const id = coveredId(c);
    if (!grant.mayWrite)
      throw new ApiProblem('forbidden', 'You may see customers, and not change them.');
    const body = await readBody(c.req.raw);
    checkJson(body);
    const edits = readEdits(body);
    checkRules(definitions, edits);
    const audit = auditSave(log, grant, id, edits);
    try {
      const result = await saves.run(id, () => saveAttributes(gladly, id, edits, { rule, clock }));
      audit.answered(result);
      const savedBy = grant.agent?.name;
      return json(writeSaveResult({ ...result, ...(savedBy !== undefined && { savedBy }) }));
    } catch (error) {
      audit.failed(error);
      const survivor = movedTo(error);
      if (survivor !== undefined) followMerge(grant, id, survivor);
      throw error;
    }
  });

  api.get(paths.attributeDefinitions, () => json(definitions.text));

  for (const [path, allow] of [
    [paths.customers, 'GET, HEAD'],
    [paths.customer(':id'), 'GET, HEAD'],
    [paths.customAttributes(':id'), 'PATCH'],
    [paths.attributeDefinitions, 'GET, HEAD'],
  ] as const)
    api.all(path, () => {
      const detail = `This address takes ${allow} only.`;
      throw new ApiProblem('bad_request', detail, { status: 405, allow });
    });

  return api;
}
