import { use, useEffect, useState } from 'react';
import { DeviceContext } from '../DeviceContext.ts';
import { keysText as text } from './keysText.ts';
import { goOnMasking, isMasked, turnMask } from './mask.ts';
import './mask.css';

/** Whether personal data is hidden, and what to say of it once that was changed here. */
export function useMask() {
  const device = use(DeviceContext);
  const [masked, setMasked] = useState(isMasked);
  const [said, setSaid] = useState<string>();
  useEffect(goOnMasking, []);
  const turn = () => {
    const on = turnMask(device);
    setMasked(on);
    setSaid(on ? text.masked : text.unmasked);
  };
  return { masked, said, turn };
}
