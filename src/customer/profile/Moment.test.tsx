import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Moment } from './Moment.tsx';

afterEach(() => vi.useRealTimers());

test('a moment that comes later than the page did is not in the future, and grows old while it is looked at', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 14, 10, 0) });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const { rerender } = render(<Moment at="2026-01-14T09:58:00Z" />);
  expect(screen.getByRole('time')).toHaveTextContent(/^2 minutes ago/);
  act(() => {
    vi.advanceTimersByTime(5 * 60_000);
  });
  expect(screen.getByRole('time')).toHaveTextContent(/^7 minutes ago/);
  rerender(<Moment at="2026-01-14T10:05:00Z" />);
  expect(screen.getByRole('time')).toHaveTextContent(/^this minute/);
});
