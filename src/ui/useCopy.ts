import { useEffect, useState } from 'react';

export type CopyResult = 'copied' | 'failed';

const shownForMs = 2_000;

/**
 * Copying with a truthful result, for as long as it is to be shown: `failed` when the browser or the host's frame
 * refused, which takes its time to read and stays until the agent goes on. `getText` is asked when the agent copies.
 */
export function useCopy(getText: () => string) {
  const [result, setResult] = useState<CopyResult>();

  useEffect(() => {
    if (!result) return undefined;
    const clear = () => setResult(undefined);
    if (result === 'failed') {
      document.addEventListener('focusin', clear);
      return () => document.removeEventListener('focusin', clear);
    }
    const timer = setTimeout(clear, shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    setResult(undefined);
    try {
      await navigator.clipboard.writeText(getText());
      setResult('copied');
    } catch {
      setResult('failed');
    }
  }

  return { result, copy: () => void copy() };
}
