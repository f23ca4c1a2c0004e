import { useEffect, useState } from 'react';

export type CopyResult = 'copied' | 'failed';

const shownForMs = 2_000;

/**
 * Copying with a truthful result, for as long as it is to be shown: `failed` when the browser or the
 * host's frame refused. `getText` is asked when the agent copies.
 */
export function useCopy(getText: () => string) {
  const [result, setResult] = useState<CopyResult>();

  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(getText());
      setResult('copied');
    } catch {
      setResult('failed');
    }
  }

  return { result, copy: () => void copy() };
}
