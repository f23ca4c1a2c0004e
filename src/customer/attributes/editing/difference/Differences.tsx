import { useMemo, type ReactNode } from 'react';
import { DifferenceList } from './DifferenceList.tsx';
import { firstDifferences } from './differences.ts';

export interface DifferencesProps {
  /** JSON texts; absent = not there. */
  base: string | undefined;
  theirs: string | undefined;
  yours: string | undefined;
  /** What shows when the versions differ as a whole. */
  otherwise: ReactNode;
}

/** Where the versions of a nested value differ inside. */
export function Differences({ base, theirs, yours, otherwise }: DifferencesProps) {
  const found = useMemo(() => firstDifferences(base, theirs, yours), [base, theirs, yours]);
  const isInside = found.differences.some(({ path }) => path.length > 0);
  return isInside ? <DifferenceList {...found} /> : otherwise;
}
