import { afterEach, expect, it, vi } from 'vitest';
import { toGladlyError } from './errorAnswer.ts';

afterEach(() => vi.useRealTimers());

const read = (status: number, body: string, headers: Record<string, string> = {}) => {
  const { fault, fields } = toGladlyError(new Response(null, { status, headers }), body);
  return { fault, ...fields };
};
const moved = (to: unknown, meta: object = { old: 'a', new: to }) =>
  JSON.stringify({
    errors: [{ attr: 'customerId', code: 'moved', detail: 'customer id has changed', meta }],
  });

it.each([
  [401, 'credentials'],
  [403, 'credentials'],
  [404, 'not_found'],
  [400, 'invalid'],
  [422, 'invalid'],
  [409, 'taken'],
  [429, 'rate_limited'],
  [500, 'unclear'],
  [503, 'unclear'],
  [304, 'unclear'],
])('tells %i by its status, whatever the body', (status, fault) => {
  for (const body of [
    '',
    '<html>Error</html>',
    '[]',
    'null',
    '{"errors":null}',
    '{"errors":{"code":"x"}}',
    '{"errors":[{"code":"x","detail":5,"new":1}]}',
    '{"errors":"down"}',
  ])
    expect(read(status, body)).toMatchObject({ fault, status });
});

it('names the attributes of a list of errors and of a single one, never their texts', () => {
  const blank = { attr: 'emails', code: 'blank', detail: 'maya@example.com' };
  for (const errors of [[blank, { code: 'invalid' }], blank])
    expect(read(400, JSON.stringify({ errors }))).toEqual({
      fault: 'invalid',
      status: 400,
      attributes: ['emails'],
    });
  const error = toGladlyError(new Response(null, { status: 400 }), 'maya@example.com');
  expect(error.message).toBe('Gladly: the request was refused (400)');
});

const address = '/api/v1/customer-profiles/';

it.each([
  ['meta', moved('Survivor_1'), undefined],
  ['meta of a single error', moved('Survivor_1').replace(/\[|\]/g, ''), undefined],
  ['meta rather than Location', moved('Survivor_1'), `${address}other`],
  ['a relative Location', '', `${address}Survivor_1`],
  ['an absolute Location', '<html>', `https://x.gladly.com${address}Survivor_1/?a=/b`],
  ['Location when meta is unusable', moved('../../evil'), `${address}Survivor_1#x`],
  ['Location when meta is no text', moved(7), `${address}Survivor_1`],
  ['Location when there is no meta.new', moved(0, {}), `${address}Survivor_1`],
])('finds the survivor of a merge in %s', (_, body, location) => {
  expect(read(301, body, location === undefined ? {} : { Location: location })).toEqual({
    fault: 'moved',
    status: 301,
    movedTo: 'Survivor_1',
  });
});

it.each([
  ['nothing', '', {}],
  ['an id that is none', moved('a b'), {}],
  ['an id that is too long', moved('x'.repeat(50)), {}],
  ['a log-in page', '', { Location: 'https://sso.example.com/login' }],
  ['the list of profiles', '', { Location: '/api/v1/customer-profiles/' }],
  ['a path out of the API', '', { Location: `${address}..%2f..` }],
])('takes a redirect to %s for no merge', (_, body, headers) => {
  expect(read(301, body, headers)).toEqual({ fault: 'unclear', status: 301 });
});

it.each([
  ['7', 7],
  [' 0 ', 0],
  ['Wed, 21 Oct 2015 07:28:30 GMT', 30],
  ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  ['9'.repeat(30), undefined],
  ['9'.repeat(400), undefined],
])('reads Retry-After %s', (header, retryAfter) => {
  vi.useFakeTimers({ now: new Date('2015-10-21T07:28:00Z'), toFake: ['Date'] });
  const expected = { fault: 'rate_limited', status: 429 };
  expect(read(429, '', { 'Retry-After': header })).toEqual(
    retryAfter === undefined ? expected : { ...expected, retryAfter },
  );
});
