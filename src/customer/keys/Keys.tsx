import {
  use,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Button } from '#src/ui/Button.tsx';
import { DeviceContext } from '../DeviceContext.ts';
import { density, isHosts, turnDensity } from './density.ts';
import { followKeys, keyTargets, type KeyTarget } from './followKeys.ts';
import { keysText as text } from './keysText.ts';
import { goOnMasking, isMasked, reveal, turnMask } from './mask.ts';
import './keys.css';
import './mask.css';

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

/** Whether the panel is compact; `turn` is absent where the host decides that. */
function useDensity() {
  const device = use(DeviceContext);
  const shown = useSyncExternalStore(density.subscribe, density.get);
  const turn = isHosts(device) ? undefined : () => turnDensity(device);
  return { compact: shown === 'compact', turn };
}

/** Whether personal data is hidden, and what to say of it once that was changed here. */
function useMask() {
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

/** The shortcuts of the profile around it, their list, and the screen-share mode. It stands at the panel's end. */
export function Keys() {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const { on, turn } = useLetters();
  const [controls, setControls] = useState<readonly KeyTarget[]>();
  const mask = useMask();
  const { compact, turn: turnCompact } = useDensity();
  const listKeys = () => {
    const panel = root.current?.closest('.panel');
    setControls(panel ? keyTargets(panel) : []);
    dialog.current?.showModal();
  };
  const onHelp = useEffectEvent(listKeys);
  const onMask = useEffectEvent(mask.turn);
  const onDensity = useEffectEvent(() => turnCompact?.());
  useEffect(() => {
    const element = root.current?.closest('.panel');
    if (!on || !element) return undefined;
    return followKeys(element, {
      m: () => onMask(),
      d: () => onDensity(),
      r: () => reveal(document.activeElement),
      '?': () => onHelp(),
    });
  }, [on]);

  return (
    <div ref={root} className="keys" role="group" aria-label={text.group}>
      <Button look="quiet" aria-pressed={mask.masked} onClick={mask.turn}>
        {text.mask}
      </Button>
      {turnCompact && (
        <Button look="quiet" aria-pressed={compact} onClick={turnCompact}>
          {text.compact}
        </Button>
      )}
      <Button look="quiet" onClick={listKeys}>
        {text.open}
      </Button>
      <p role="status" className="visually-hidden">
        {mask.said}
      </p>
      <dialog ref={dialog} className="keys__dialog" aria-labelledby={id}>
        <h2 id={id}>{text.title}</h2>
        {controls && <KeyList controls={controls} />}
        <label className="keys__switch">
          <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
          {text.use}
        </label>
        <p className="muted">{text.scope}</p>
        <p className="muted">{text.covered}</p>
        <p className="muted">{text.limits}</p>
        <Button look="plain" onClick={() => dialog.current?.close()}>
          {text.close}
        </Button>
      </dialog>
    </div>
  );
}
