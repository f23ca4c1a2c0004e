import { use, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { DeviceContext } from '../DeviceContext.ts';
import { followKeys, keyTargets, type KeyTarget } from './followKeys.ts';
import { keysText as text } from './keysText.ts';
import { mask, reveal } from './mask.ts';
import './keys.css';

const storageKey = 'single-letters';

/** Whether shortcuts of single letters are on, which some people cannot use (WCAG 2.1.4). Remembered on the device. */
function useLetters() {
  const device = use(DeviceContext);
  const [on, setOn] = useState(() => device?.getItem(storageKey) !== 'off');
  return {
    on,
    turn: (next: boolean) => {
      setOn(next);
      try {
        device?.setItem(storageKey, next ? 'on' : 'off');
      } catch {
        // Full, or forbidden in a frame: it holds until the page goes.
      }
    },
  };
}

function KeyList({ controls }: { controls: readonly KeyTarget[] }) {
  const named = controls.map(({ keys }) => ({ keys, what: text.controls[keys] ?? keys }));
  return (
    <dl className="keys__list">
      {[...text.always, ...named].map(({ keys, what }) => (
        <div key={keys} className="keys__row">
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The shortcuts of the profile around it, their list, and the screen-share mode. It stands at the panel's end. */
export function Keys() {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const { on, turn } = useLetters();
  const [controls, setControls] = useState<readonly KeyTarget[]>();
  const [masked, setMasked] = useState<boolean>();
  const listKeys = () => {
    const panel = root.current?.closest('.panel');
    setControls(panel ? keyTargets(panel) : []);
    dialog.current?.showModal();
  };
  const onHelp = useEffectEvent(listKeys);
  useEffect(() => {
    const element = root.current?.closest<HTMLElement>('.panel');
    return masked && element ? mask(element) : undefined;
  }, [masked]);
  useEffect(() => {
    const element = root.current?.closest('.panel');
    if (!on || !element) return undefined;
    return followKeys(element, {
      m: () => setMasked((before) => !before),
      r: () => reveal(document.activeElement),
      '?': () => onHelp(),
    });
  }, [on]);

  return (
    <div ref={root} className="keys">
      <Button look="quiet" aria-pressed={masked ?? false} onClick={() => setMasked(!masked)}>
        {text.mask}
      </Button>
      <Button look="quiet" onClick={listKeys}>
        {text.open}
      </Button>
      <p role="status" className="visually-hidden">
        {masked !== undefined && (masked ? text.masked : text.unmasked)}
      </p>
      <dialog ref={dialog} className="keys__dialog" aria-labelledby={id}>
        <h2 id={id}>{text.title}</h2>
        {controls && <KeyList controls={controls} />}
        <label className="keys__switch">
          <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
          {text.use}
        </label>
        <p className="muted">{text.scope}</p>
        <p className="muted">{text.limits}</p>
        <Button look="plain" onClick={() => dialog.current?.close()}>
          {text.close}
        </Button>
      </dialog>
    </div>
  );
}
