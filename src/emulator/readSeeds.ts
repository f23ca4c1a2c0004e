import { readEmail, readPhone } from './contactPoints.ts';
import { arrayText, elementsOf, jsonKind, jsonProblem, membersOf, objectText } from './json.ts';

type Seeds = {
  profiles: { id: string; fields: Map<string, string> }[];
  merged: { id: string; into: string }[];
};

const stringIn = (members: ReadonlyMap<string, string>, field: string): string | undefined => {
  const json = members.get(field);
  return json !== undefined && jsonKind(json) === 'string' ? String(JSON.parse(json)) : undefined;
};

/**
 * Profiles for a start, from JSON text of an array. Unlike Create it keeps whatever it is given, so
 * that broken and unknown data can be tried; it only fills in what Gladly's server itself would.
 * Throws one error that names every entry that cannot be used.
 */
export function readSeeds(text: string): Seeds {
  const problem = jsonProblem(text, 512);
  if (problem !== undefined) throw new Error(problem.replace('body', 'it'));
  if (jsonKind(text) !== 'array') throw new Error('it is no array of profiles');
  const seeds: Seeds = { profiles: [], merged: [] };
  const problems: string[] = [];
  const taken = new Set<string>();
  elementsOf(text).forEach((entry, index) => {
    const members = jsonKind(entry) === 'object' ? membersOf(entry) : new Map<string, string>();
    const id = members.has('id') ? stringIn(members, 'id') : generateId();
    const into = stringIn(members, 'mergedInto');
    if (jsonKind(entry) !== 'object') problems.push(`entry ${index} is no object`);
    else if (id === undefined || !isUsableId(id)) problems.push(`entry ${index} has no usable id`);
    else if (taken.has(id)) problems.push(`entry ${index} has the id of an earlier entry`);
    else if (members.has('mergedInto') && into === undefined)
      problems.push(`entry ${index} has a mergedInto that is no id`);
    else if (into !== undefined) seeds.merged.push({ id, into });
    else seeds.profiles.push({ id, fields: completed(members.set('id', JSON.stringify(id))) });
    if (id !== undefined) taken.add(id);
  });
  if (problems.length > 0) throw new Error(problems.join('; '));
  return seeds;
}

/** Ids are URL-safe and shorter than 50 characters (Gladly REST API, Customers: Create). */
export const isUsableId = (id: string): boolean =>
  /^[A-Za-z0-9_~.-]{1,49}$/.test(id) && !/^\.+$/.test(id);

/** An id as Gladly makes them: 16 random bytes in 22 characters of base64url. */
export const generateId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

function completed(members: Map<string, string>): Map<string, string> {
  for (const [field, complete] of [
    ['emails', completedEmail],
    ['phones', completedPhone],
  ] as const) {
    const json = members.get(field);
    if (json === undefined || jsonKind(json) !== 'array') continue;
    const entries = elementsOf(json).map((entry) => {
      if (jsonKind(entry) !== 'object') return entry;
      const known = membersOf(entry);
      return complete(known) ? objectText(withoutPlainPrimary(known)) : entry;
    });
    members.set(field, arrayText(entries));
  }
  return members;
}

function withoutPlainPrimary(members: Map<string, string>): Map<string, string> {
  if (members.get('primary') === 'false') members.delete('primary');
  return members;
}

/** Fills in; false when the entry is too broken to be completed, and stays as it is. */
function completedEmail(members: Map<string, string>): boolean {
  const email = readEmail(stringIn(members, 'original') ?? '');
  if (email === undefined) return false;
  fillIn(members, { normalized: email.normalized });
  return true;
}

function completedPhone(members: Map<string, string>): boolean {
  const phone = readPhone(stringIn(members, 'original') ?? '', stringIn(members, 'regionCode'));
  if (phone === undefined) return false;
  fillIn(members, { normalized: phone.normalized, regionCode: phone.regionCode, type: '' });
  return true;
}

function fillIn(members: Map<string, string>, missing: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(missing)) {
    if (!members.has(field)) members.set(field, JSON.stringify(value));
  }
}
