import { expect, it, vi } from 'vitest';
import { createWorld, type WorldOptions } from '#src/dev/createWorld.ts';
import { createCustomerApi, type Fetch } from '../../api.ts';
import { saveEdits } from './saveEdits.ts';
import { undoOf } from './saveRecord.ts';

const id = 'maya-lindqvist-0001';
const edits = [{ key: 'membershipTier', from: '"Gold"', to: '"Platinum"' }];

function setUp(options: WorldOptions = {}) {
  const world = createWorld({
    ...options,
    rateLimit: false,
    clock: { sleep: async () => {}, random: () => 0 },
  });
  const tier = () => new Map(world.emulator.control.attributes(id)).get('membershipTier');
  return { ...world, tier };
}

const isPatch = (init?: RequestInit) => init?.method === 'PATCH';
const cut = () => Promise.reject(new TypeError('Failed to fetch'));

it('finds out that a save worked whose answer was lost', async () => {
  const { fetch, tier } = setUp();
  const losing: Fetch = async (input, init) => {
    const answer = await fetch(input, init);
    return isPatch(init) ? cut() : answer;
  };
  const { results } = await saveEdits(createCustomerApi(losing), id, edits);
  expect(results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
  expect(tier()).toBe('"Platinum"');
});

it('calls nothing its own whose answer was lost: somebody else may have written it before', async () => {
  for (const theirs of ['"Platinum"', '"Silver"']) {
    const { fetch, emulator } = setUp();
    emulator.control.changeElsewhere(id, { set: { membershipTier: theirs } });
    const losing: Fetch = async (input, init) => {
      const answer = await fetch(input, init);
      return isPatch(init) ? cut() : answer;
    };
    const saved = await saveEdits(createCustomerApi(losing), id, edits);
    expect(saved).toMatchObject({ unclear: true, changes: [] });
  }
});

it('calls nothing its own that was there before', async () => {
  const { fetch, emulator } = setUp();
  emulator.control.changeElsewhere(id, { set: { membershipTier: '"Platinum"' } });
  const points = { key: 'points of the day', to: '1' };
  const { changes } = await saveEdits(createCustomerApi(fetch), id, [...edits, points]);
  expect(changes).toEqual([{ key: 'points of the day', before: undefined, after: '1' }]);
});

it('waits for a save that the server is still busy with', async () => {
  const { fetch, emulator } = setUp();
  emulator.control.failNext({ kind: 'delay', ms: 150, method: 'PATCH' });
  const losing: Fetch = async (input, init) => {
    const answer = fetch(input, init);
    if (!isPatch(init)) return answer;
    const seen = () => emulator.control.requests.map(({ method }) => method);
    await vi.waitFor(() => expect(seen()).toContain('PATCH'));
    return cut();
  };
  const { results } = await saveEdits(createCustomerApi(losing), id, edits);
  expect(results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
});

it('finds out that a save never arrived', async () => {
  const { fetch, tier } = setUp();
  const losing: Fetch = (input, init) => (isPatch(init) ? cut() : fetch(input, init));
  const { results } = await saveEdits(createCustomerApi(losing), id, edits);
  expect(results).toEqual([{ key: 'membershipTier', outcome: 'altered', value: '"Gold"' }]);
  expect(tier()).toBe('"Gold"');
});

it('says that nobody knows when it cannot look either', async () => {
  await expect(saveEdits(createCustomerApi(cut), id, edits)).rejects.toMatchObject({
    code: 'unreachable',
  });
});

it('looks itself when the server could not', async () => {
  const { fetch, emulator } = setUp();
  emulator.control.failNext({ kind: 'status', status: 503, method: 'GET', skip: 1, times: 3 });
  const { results } = await saveEdits(createCustomerApi(fetch), id, edits);
  expect(results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
});

it('does not look after a clear refusal', async () => {
  const { fetch, emulator } = setUp();
  emulator.control.changeElsewhere(id, { set: { membershipTier: '"Silver"' } });
  await expect(saveEdits(createCustomerApi(fetch), id, edits)).rejects.toMatchObject({
    code: 'conflict',
  });
});

it('takes an empty text for the removal where the brand says so, answered or not', async () => {
  const removal = [{ key: 'membershipTier', from: '"Gold"' }];
  const { fetch } = setUp({ customAttributes: 'merge', clearWithEmptyString: true });
  const { changes } = await saveEdits(createCustomerApi(fetch, true), id, removal);
  expect(changes).toEqual([{ key: 'membershipTier', before: '"Gold"', after: '""' }]);
  const undone = await saveEdits(createCustomerApi(fetch, true), id, undoOf({ changes }));
  expect(undone.results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
  const losing: Fetch = async (input, init) => {
    const answer = await fetch(input, init);
    return isPatch(init) ? cut() : answer;
  };
  const { results } = await saveEdits(createCustomerApi(losing, true), id, removal);
  expect(results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
});
