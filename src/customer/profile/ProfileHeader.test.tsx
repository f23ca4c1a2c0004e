import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { reader } from '#src/ui/reader.ts';
import { ProfileHeader } from './ProfileHeader.tsx';

afterEach(() => {
  reader.timeZone = undefined;
});

test.each([
  ['Pacific/Honolulu', 'February'],
  ['Pacific/Kiritimati', 'March'],
])('the month is the one that it was in the reader’s time zone: %s, %s', (timeZone, month) => {
  reader.timeZone = timeZone;
  render(<ProfileHeader customer={{ id: 'maya', createdAt: '2021-03-01T02:00:00Z' }} />);
  expect(screen.getByText(`Customer since ${month} 2021`)).toBeVisible();
});
