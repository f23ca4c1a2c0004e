import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CopyButton } from './CopyButton.tsx';

afterEach(() => vi.useRealTimers());

/** Presses the button with a clipboard that answers so, and comes back later. */
async function copyWith(answer: () => Promise<void>) {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { clipboard: { writeText: answer } });
  render(
    <>
      <CopyButton text="maya@example.org" label="Copy" copied="Copied" failed="Not copied" />
      <button>Next</button>
    </>,
  );
  const press = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy' })));
  };
  await press();
  const wait = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  return { press, wait, said: () => screen.getByRole('status').textContent };
}

test('that it worked is told for a moment', async () => {
  const { wait, said } = await copyWith(() => Promise.resolve());
  expect(said()).toBe('Copied');
  wait(2_500);
  expect(said()).toBe('');
});

test('what to do instead stays until it is read: until the agent goes on, or presses again', async () => {
  let answer = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
  const { press, wait, said } = await copyWith(() => answer());
  wait(60_000);
  expect(said()).toBe('Not copied');
  act(() => screen.getByRole('button', { name: 'Next' }).focus());
  expect(said()).toBe('');
  await press();
  expect(said()).toBe('Not copied');
  answer = () => Promise.resolve() as Promise<never>;
  await press();
  expect(said()).toBe('Copied');
});
