import { use, useState } from 'react';
import { DeviceContext } from '../DeviceContext.ts';
import { remember } from './remember.ts';

const storageKey = 'single-letters';

/** Whether shortcuts of single letters are on, which some people cannot use (WCAG 2.1.4). Remembered on the device. */
export function useLetters() {
  const device = use(DeviceContext);
  const [on, setOn] = useState(() => device?.getItem(storageKey) !== 'off');
  return {
    on,
    turn: (next: boolean) => {
      setOn(next);
      remember(device, storageKey, next ? undefined : 'off');
    },
  };
}
