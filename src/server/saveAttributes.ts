import type { Attribute } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { objectText } from '#src/contract/json/members.ts';
import {
  clearedValue,
  isDone,
  judge,
  valuesOf,
  type RemovalRule,
  type Values,
} from '#src/contract/outcome.ts';
import { writeConflict, type Conflict, type SaveResult } from '#src/contract/saveAnswer.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import type { Clock } from '#src/gladly/retry.ts';
import { toCustomer } from '#src/gladly/toCustomer.ts';
import type { WireProfile } from '#src/gladly/wire.ts';
import { ApiProblem } from './ApiProblem.ts';

function attributesOf(profile: WireProfile): Attribute[] {
  if (profile.unreadable.includes('customAttributes'))
    throw new ApiProblem(
      'upstream_unavailable',
      'Gladly sent attributes that cannot be read. Saving now could destroy them, so nothing was changed.',
    );
  return profile.maps.customAttributes ?? [];
}

/** The edits that are still to be made, the keys of those that are done, and what somebody else's change stands against. */
function compare(edits: readonly Edit[], there: Values, rule: RemovalRule) {
  const open = edits.filter((edit) => !isDone(edit, there, rule));
  const found = edits.filter((edit) => !open.includes(edit)).map(({ key }) => key);
  const conflicts = open.flatMap(({ key, from, to }): Conflict[] => {
    const theirs = there.get(key);
    if (equalOrAbsent(theirs, from)) return [];
    return [
      {
        key,
        ...(from !== undefined && { base: from }),
        ...(theirs !== undefined && { theirs }),
        ...(to !== undefined && { yours: to }),
      },
    ];
  });
  return { open, found, conflicts };
}

/** All attributes with the edits applied: changed ones keep their place, new ones come last. */
function apply(attributes: readonly Attribute[], edits: readonly Edit[], rule: RemovalRule) {
  const values = valuesOf(attributes);
  for (const { key, to } of edits) {
    if (to !== undefined) values.set(key, to);
    else if (rule.clearWithEmptyString) values.set(key, clearedValue);
    else values.delete(key);
  }
  return Array.from(values, ([key, json]): Attribute => ({ key, json }));
}

function changedElsewhere(edits: readonly Edit[], before: Values, after: Values): string[] {
  const ours = new Set(edits.map(({ key }) => key));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter(
    (key) => !ours.has(key) && !equalOrAbsent(before.get(key), after.get(key)),
  );
}

const refusedByGladly = 'Gladly refused this change. Nothing was saved.';

/** Gladly's error for one attribute names it somehow; anything else is about the whole request. */
function refusal(edits: readonly Edit[], named: readonly string[]): ApiProblem {
  const blamed = edits.filter(
    ({ key }) =>
      edits.length === 1 ||
      named.some((attr) => attr === key || attr === `customAttributes.${key}`),
  );
  const errors = blamed.map(({ key }) => ({ key, message: refusedByGladly }));
  return new ApiProblem('invalid', refusedByGladly, {
    errors: errors.length > 0 ? errors : [{ path: 'edits', message: refusedByGladly }],
  });
}

/** The profile of this very id. An upstream may follow a merge by itself; the old id is refused all the same. */
async function readOwn(gladly: GladlyClient, id: string): Promise<WireProfile> {
  const profile = await gladly.getProfile(id);
  if (profile.id !== id)
    throw new GladlyError('moved', 'another id came back', { movedTo: profile.id });
  return profile;
}

/** Sends the PATCH, and says whether it worked or nobody knows; a clear refusal throws, and nothing was written. */
async function write(
  gladly: GladlyClient,
  id: string,
  body: string,
  edits: readonly Edit[],
): Promise<'done' | 'unclear'> {
  try {
    await gladly.patchProfile(id, body);
    return 'done';
  } catch (error) {
    if (!(error instanceof GladlyError)) throw error;
    if (error.fault === 'unclear') return 'unclear';
    if (error.fault === 'invalid' || error.fault === 'taken')
      throw refusal(edits, error.fields.attributes ?? []);
    // Gladly answers 404 to a write on a merged id; reading it tells "merged" (it throws) from "gone".
    if (error.fault === 'not_found') await readOwn(gladly, id);
    throw error;
  }
}

async function readBack(gladly: GladlyClient, id: string): Promise<WireProfile> {
  try {
    const profile = await readOwn(gladly, id);
    attributesOf(profile);
    return profile;
  } catch {
    throw new ApiProblem(
      'upstream_unavailable',
      'The change was sent, but Gladly could not be asked whether it arrived. Look again before you repeat it.',
      { unverified: true },
    );
  }
}

/** Gladly may still be at work on a write that we gave up, and a read may answer from before one that it confirmed. */
const looksAgainAfterMs = { done: [1_000], unclear: [1_000, 3_000] };

/** Reads back, and again after a while as long as nothing of the write is there. */
async function readBackPatiently(
  gladly: GladlyClient,
  id: string,
  edits: readonly Edit[],
  answer: keyof typeof looksAgainAfterMs,
  { sleep }: Pick<Clock, 'sleep'>,
): Promise<WireProfile> {
  let profile = await readBack(gladly, id);
  for (const wait of looksAgainAfterMs[answer]) {
    const there = valuesOf(attributesOf(profile));
    if (!edits.every(({ key, from }) => equalOrAbsent(there.get(key), from))) break;
    await sleep(wait);
    profile = await readBack(gladly, id);
  }
  return profile;
}

export interface SaveOptions {
  rule: RemovalRule;
  clock: Pick<Clock, 'sleep'>;
}

/**
 * Saves edits so that nobody's change is overwritten and nothing is confirmed that is not there: reads
 * afresh, compares, writes everything, reads back. Right whether Gladly merges or replaces
 * `customAttributes`, which it does not document. See `docs/saving.md`.
 */
export async function saveAttributes(
  gladly: GladlyClient,
  id: string,
  edits: readonly Edit[],
  { rule, clock }: SaveOptions,
): Promise<SaveResult> {
  const fresh = await readOwn(gladly, id);
  const attributes = attributesOf(fresh);
  const before = valuesOf(attributes);
  const { open, found, conflicts } = compare(edits, before, rule);
  if (conflicts.length > 0)
    throw new ApiProblem('conflict', 'Somebody changed the same attribute. Nothing was saved.', {
      exact: writeConflict(conflicts, toCustomer(fresh)),
    });
  const alreadyThere = found.length > 0 && { found };
  if (open.length === 0)
    return {
      customer: toCustomer(fresh),
      results: judge(edits, before, rule),
      otherChanges: [],
      ...alreadyThere,
    };
  const body = `{"customAttributes":${objectText(apply(attributes, open, rule))}}`;
  const answer = await write(gladly, id, body, open);
  const saved = await readBackPatiently(gladly, id, open, answer, clock);
  const after = valuesOf(attributesOf(saved));
  const results = judge(edits, after, rule);
  const isUnclear = answer === 'unclear' && results.some(({ outcome }) => outcome !== 'saved');
  return {
    customer: toCustomer(saved),
    results,
    otherChanges: changedElsewhere(edits, before, after),
    ...alreadyThere,
    ...(isUnclear && { unclear: true }),
  };
}
