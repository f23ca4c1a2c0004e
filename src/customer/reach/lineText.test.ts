import { describe, expect, it } from 'vitest';
import type { Customer } from '#src/contract/customer.ts';
import { contactLines } from './contactLines.ts';
import { factsOf } from './lineText.ts';

const factsOfFirst = (fields: Omit<Customer, 'id'>) =>
  contactLines({ id: 'maya', ...fields }).map(factsOf)[0];

describe('what was entered', () => {
  it.each<[string, string, string]>([
    ['another case', 'Maya@Example.com', 'maya@example.com'],
    ['spaces around', ' maya@example.com', 'maya@example.com'],
  ])('is not said of an address: %s', (_, original, normalized) => {
    expect(factsOfFirst({ emails: [{ original, normalized }] })).toBe('');
  });

  it('is said of another address', () => {
    expect(
      factsOfFirst({ emails: [{ original: 'mia@example.com', normalized: 'maya@example.com' }] }),
    ).toBe('Entered as mia@example.com');
  });

  it.each<[string, string]>([
    ['(512) 555-0111', '+15125550111'],
    ['+1 512 555 0111', '+15125550111'],
    ['020 7946 0018', '+442079460018'],
    ['0044 20 7946 0018', '+442079460018'],
    ['06 1234 5678', '+390612345678'],
    ['ask for Maya', ''],
  ])('is not said of a number that is merely written otherwise: %s', (original, normalized) => {
    expect(factsOfFirst({ phones: [{ original, normalized }] })).toBe('');
  });

  it.each<[string, string]>([
    ['(512) 555-0112', '+15125550111'],
    ['555-0111', '+15125550111'],
    ['512 555 0111 x12', '+15125550111'],
    ['0111', '+15125550111'],
  ])('is said of a number with other digits: %s', (original, normalized) => {
    expect(factsOfFirst({ phones: [{ original, normalized }] })).toBe(`Entered as ${original}`);
  });
});
