import { expect, it } from 'vitest';
import { panel } from './panel.ts';

const tier = '{"key":"tier","from":"gold","to":"platinum"}';

it('says what happened, and never about whom', async () => {
  const { ask, save, send, control, log } = panel();
  await ask('GET', '/api/customers/maya');
  await ask('GET', '/api/customers?email=maya.lindqvist%40example.com');
  await ask('GET', '/api/customers?email=Lindqvist');
  await ask('GET', '/api/customers/unknown-maya');
  await ask('GET', '/api/customers/maya%00');
  await ask('GET', '/api/maya/lindqvist');
  await ask('GET', '/maya?email=maya.lindqvist%40example.com');
  await ask('DELETE', '/api/customers/maya');
  await save('maya', tier);
  await save('maya', tier.replace('gold', 'silver').replace('platinum', 'x'));
  await send('maya', '{"edits":[{"key":"tier","to":platinum}]}');
  await send('maya', '{"edits":[{"tier":"platinum","key":"tier"}]}');
  for (const method of ['GET', 'PATCH']) {
    control.failNext({ kind: 'garbage', body: 'Maya Lindqvist shop-1', method });
    control.failNext({ kind: 'status', status: 401, body: 'Maya Lindqvist', method });
    await save('maya', '{"key":"old","from":"x","to":"gold"}');
    await save('maya', '{"key":"old","from":"x","to":"platinum"}');
  }
  control.merge('maya', 'noor');
  await ask('GET', '/api/customers/maya');
  await save('maya', tier);

  expect(log.filter(({ event }) => event === 'request')).toHaveLength(18);
  const ofSaves = log.filter(({ event }) => event === 'save');
  expect(JSON.stringify(log.filter((entry) => !ofSaves.includes(entry)))).not.toMatch(
    /maya|noor|lindqvist|example|shop-1|tier|gold|platinum|silver|old|emulator-token/i,
  );
  expect(log[0]).toEqual({
    level: 'info',
    event: 'request',
    method: 'GET',
    route: '/api/customers/:id',
    status: 200,
    milliseconds: expect.any(Number),
  });
  expect(log.filter(({ event }) => event === 'gladly')).toContainEqual({
    level: 'error',
    event: 'gladly',
    code: 'credentials',
    reason: 'Gladly: our credentials were refused (401)',
  });
});

it('says of each save who changed which attributes of whom, and no value', async () => {
  const { save, send, control, log } = panel();
  await save('maya', tier);
  await save('maya', '{"key":"10","from":"ten","to":"eleven"},{"key":"new","to":"secret"}');
  await save('maya', tier);
  await save('maya', `{"key":"${'k'.repeat(300)}","to":1}`);
  control.failNext({ kind: 'garbage', body: '', method: 'GET', skip: 1, times: 9 });
  await save('maya', '{"key":"new","from":"secret","to":"hidden"}');
  control.clearFaults();
  control.merge('maya', 'noor');
  await save('maya', '{"key":"old","from":"x"}');
  await send('maya', '{"edits":[]}');
  const line = { level: 'info', event: 'save', proof: 'none', customer: 'maya' };
  expect(log.filter(({ event }) => event === 'save')).toEqual([
    { ...line, outcome: 'saved', keys: ['tier'] },
    { ...line, outcome: 'saved', keys: ['10', 'new'] },
    { ...line, outcome: 'saved', keys: ['tier'] },
    { ...line, outcome: 'saved', keys: ['k'.repeat(200)] },
    { ...line, outcome: 'unverified', keys: ['new'] },
    { ...line, outcome: 'moved', keys: ['old'] },
  ]);
  expect(JSON.stringify(log)).not.toMatch(/secret|hidden|eleven|platinum|lindqvist/i);
});

it('tells a fault of its own by where it is, not by words that may quote the data', async () => {
  const secret = 'Maya Lindqvist\n    at maya@example.com\nemulator-token';
  const { ask, control, log } = panel({
    clock: { sleep: () => Promise.reject(new RangeError(secret)), random: () => 0 },
  });
  control.failNext({ kind: 'status', status: 503 });
  const response = await ask('GET', '/api/customers/maya');
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([500, 'no-store']);
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Something went wrong here',
    status: 500,
    code: 'internal',
    detail: expect.any(String),
  });
  expect(log.map(({ event, level }) => [event, level])).toEqual([
    ['internal', 'error'],
    ['request', 'error'],
  ]);
  expect(log[0]).toMatchObject({
    code: 'RangeError',
    reason: expect.stringMatching(/^ {4}at .*:\d/),
  });
  expect(JSON.stringify(log)).not.toMatch(/maya|lindqvist|example|emulator-token/i);
});
