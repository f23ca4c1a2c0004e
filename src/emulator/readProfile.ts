import { readEmail, readPhone } from './contactPoints.ts';
import type { ApiError } from './errors.ts';
import { isRecord, jsonKind, jsonProblem, membersOf } from './json.ts';
import type { Settings } from './settings.ts';

const maxDepth = 512;

type Report = (attr: string, code: ApiError['code'], detail: string) => undefined;

const phoneTypes = ['HOME', 'MOBILE', 'OFFICE', ''];
const smsPreferences = ['ON', 'OFF', 'FORBIDDEN'];

/**
 * The body of Create or Update as the fields to store, with every problem in it. Fields that only
 * the server sets, and fields that it does not know, are ignored, as in Gladly's own scripts, which
 * send back the whole profile that they read.
 */
export function readProfile(
  body: string,
  settings: Pick<Settings, 'attributeValues' | 'legacyLookup'>,
): { sent: Map<string, string>; fields: Map<string, string>; errors: ApiError[] } {
  const errors: ApiError[] = [];
  const report: Report = (attr, code, detail) => void errors.push({ attr, code, detail });
  const fields = new Map<string, string>();
  const problem =
    jsonProblem(body, maxDepth) ?? (jsonKind(body) !== 'object' && 'body is no object');
  if (typeof problem === 'string') {
    return { sent: new Map(), fields, errors: [{ code: 'invalid', detail: problem }] };
  }
  const sent = membersOf(body);
  for (const [field, json] of sent) {
    const stored = readField(field, json, settings, report);
    if (stored !== undefined) fields.set(field, stored);
  }
  return { sent, fields, errors };
}

function readField(
  field: string,
  json: string,
  settings: Pick<Settings, 'attributeValues' | 'legacyLookup'>,
  report: Report,
): string | undefined {
  switch (field) {
    case 'externalCustomerId':
      return settings.legacyLookup ? readString(field, json, report) : undefined;
    case 'name':
    case 'image':
    case 'address':
      return readString(field, json, report);
    case 'emails':
    case 'phones':
      return readContactPoints(field, json, report);
    case 'customAttributes':
      return readAttributes(json, settings.attributeValues, report);
    default:
      return undefined;
  }
}

const readString = (field: string, json: string, report: Report) =>
  jsonKind(json) === 'string' ? json : report(field, 'invalid', `${field} must be a string`);

function readAttributes(json: string, allowed: Settings['attributeValues'], report: Report) {
  const attr = 'customAttributes';
  if (jsonKind(json) !== 'object') return report(attr, 'invalid', `${attr} must be an object`);
  if (allowed === 'any') return json;
  for (const [key, value] of membersOf(json)) {
    if (['object', 'array', 'null'].includes(jsonKind(value))) {
      report(
        attr,
        'invalid',
        `${attr}[${JSON.stringify(key)}] must be a string, number or boolean`,
      );
    }
  }
  return json;
}

function readContactPoints(field: 'emails' | 'phones', json: string, report: Report) {
  const entries: unknown = JSON.parse(json);
  if (!Array.isArray(entries)) return report(field, 'invalid', `${field} must be an array`);
  const stored = entries.map((entry: unknown, index) => {
    const path = `${field}[${index}]`;
    if (!isRecord(entry)) return report(field, 'invalid', `${path} must be an object`);
    const { original, primary } = entry;
    if (primary !== undefined && typeof primary !== 'boolean') {
      report(field, 'invalid', `${path}.primary must be true or false`);
    }
    if (original === undefined || original === '') {
      return report(field, 'blank', `${path}.original must be present`);
    }
    if (typeof original !== 'string') {
      return report(field, 'invalid', `${path}.original must be a string`);
    }
    return field === 'emails'
      ? storedEmail(original, primary === true, path, report)
      : storedPhone(original, entry, path, report);
  });
  if (entries.filter((entry) => isRecord(entry) && entry['primary'] === true).length > 1) {
    report(field, 'invalid', `only one of ${field} may be primary`);
  }
  return JSON.stringify(stored);
}

function storedEmail(text: string, primary: boolean, path: string, report: Report) {
  const email = readEmail(text);
  if (email === undefined) return report('emails', 'invalid', `${path}: invalid email address`);
  const { normalized, original } = email;
  return { normalized, original, ...(primary && { primary }) };
}

// Keys in the order of the answers that Gladly's own scripts log; what is unset is left out, but for the type.
function storedPhone(
  original: string,
  entry: Record<string, unknown>,
  path: string,
  report: Report,
) {
  const { extension, primary, regionCode, smsPreference, type = '' } = entry;
  if (extension !== undefined && typeof extension !== 'string') {
    report('phones', 'invalid', `${path}.extension must be a string`);
  }
  if (typeof type !== 'string' || !phoneTypes.includes(type)) {
    report('phones', 'invalid', `${path}.type must be HOME, MOBILE or OFFICE`);
  }
  if (
    smsPreference !== undefined &&
    (typeof smsPreference !== 'string' || !smsPreferences.includes(smsPreference))
  ) {
    report('phones', 'invalid', `${path}.smsPreference must be ON, OFF or FORBIDDEN`);
  }
  if (regionCode !== undefined && typeof regionCode !== 'string') {
    return report('phones', 'invalid', `${path}.regionCode must be a string`);
  }
  const phone = readPhone(original, regionCode);
  if (phone === undefined) return report('phones', 'invalid', `${path}: invalid phone number`);
  return {
    extension,
    normalized: phone.normalized,
    original,
    primary: primary === true ? true : undefined,
    regionCode: regionCode ?? phone.regionCode,
    smsPreference,
    type,
  };
}
