import { render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { reader } from '#src/ui/reader.ts';
import { AttributeRow } from './AttributeRow.tsx';

const { timeZone } = reader;
afterEach(() => {
  reader.timeZone = timeZone;
});

it('says of a value that cannot be shown that it cannot, and still copies it', () => {
  // Nothing known goes wrong while a value is shown: a zone that no browser has stands for what is not known.
  reader.timeZone = 'No/Where';
  const { byKey } = readDefinitions('{"properties":{"since":{"format":"date-time"}}}');
  const json = '"2026-01-02T03:04:05Z"';
  const row = (value: string) => (
    <AttributeRow name="since" json={value} definition={byKey.get('since')} />
  );
  const { rerender } = render(row(json), { onCaughtError: () => {} });
  expect(screen.getByText(/cannot be shown here/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy since' })).toBeVisible();
  rerender(row('"soon"'));
  expect(screen.getByText('soon')).toBeVisible();
});
