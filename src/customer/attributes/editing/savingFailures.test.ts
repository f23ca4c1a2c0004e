import { expect, it } from 'vitest';
import { ApiError } from '../../ApiError.ts';
import { savingFailure } from './savingFailures.ts';

const body = (error: ApiError, isUndo = false) => savingFailure(error, isUndo).body;

it('says how long Gladly asks to wait, where that is long', () => {
  const anHour = new ApiError('rate_limited', { retryAfter: 3_600 });
  expect(body(anHour)).toMatch(/edits are still here.*wait 60 minutes: save again/);
  expect(body(anHour, true)).toMatch(/wait 60 minutes: press Undo again/);
  expect(body(new ApiError('rate_limited', { retryAfter: 2 }))).toMatch(/few seconds/);
});

it('never calls failed what nobody knows', () => {
  const unverified = new ApiError('upstream_unavailable', { unverified: true });
  for (const isUndo of [false, true])
    expect(savingFailure(unverified, isUndo).title).not.toMatch(/^Not /);
});

it('speaks of no edits where an undo failed', () => {
  for (const code of ['not_vouched', 'upstream_unavailable', 'forbidden', 'invalid'] as const)
    expect(body(new ApiError(code), true)).not.toMatch(/edits are still here|save again/i);
});
