import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Announcer } from './Announcer.tsx';
import { CopyButton } from './CopyButton.tsx';

afterEach(() => vi.useRealTimers());

/** Presses the button with a clipboard that answers so, and comes back later. */
async function copyWith(answer: () => Promise<void>) {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { clipboard: { writeText: answer } });
  const { container } = render(
    <>
      <CopyButton text="maya@example.org" label="Copy" copied="Copied" failed="Not copied" />
      <button>Next</button>
      <Announcer />
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
  return {
    press,
    wait,
    said: () => container.querySelector('[aria-live="polite"]')?.textContent,
    shown: () => screen.queryByRole('alert')?.textContent,
  };
}

test('that it worked is told for a moment', async () => {
  const { wait, said } = await copyWith(() => Promise.resolve());
  expect(said()).toBe('Copied');
  wait(2_500);
  expect(said()).toBe('');
});

test('what to do instead stays until it is read: until the agent goes on, or presses again', async () => {
  let answer = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
  const { press, wait, said, shown } = await copyWith(() => answer());
  wait(60_000);
  expect(shown()).toBe('Not copied');
  act(() => screen.getByRole('button', { name: 'Next' }).focus());
  expect(shown()).toBeUndefined();
  await press();
  expect(shown()).toBe('Not copied');
  answer = () => Promise.resolve() as Promise<never>;
  await press();
  expect(said()).toBe('Copied');
  expect(shown()).toBeUndefined();
});
