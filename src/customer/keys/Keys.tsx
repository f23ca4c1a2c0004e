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
import { MayWriteContext } from '../MayWriteContext.ts';
import { density, isHosts, turnDensity } from './density.ts';
import { followKeys, keyTargets } from './followKeys.ts';
import { KeyList, type KeyListProps } from './KeyList.tsx';
import { keysText as text, type KeyNeed } from './keysText.ts';
import { reveal } from './mask.ts';
import { useLetters } from './useLetters.ts';
import { useMask } from './useMask.ts';
import './keys.css';

/** Whether the panel is compact; `turn` is absent where the host decides that. */
function useDensity() {
  const device = use(DeviceContext);
  const shown = useSyncExternalStore(density.subscribe, density.get);
  const turn = isHosts(device) ? undefined : () => turnDensity(device);
  return { compact: shown === 'compact', turn };
}

/** The shortcuts of the profile around it, their list, and the screen-share mode. It stands at the panel's end. */
export function Keys() {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const { on, turn } = useLetters();
  const [list, setList] = useState<KeyListProps>();
  const mayWrite = use(MayWriteContext);
  const mask = useMask();
  const { compact, turn: turnCompact } = useDensity();
  const listKeys = () => {
    const panel = root.current?.closest('.panel');
    const controls = panel ? keyTargets(panel) : [];
    const there = new Set<KeyNeed>();
    if (controls.some(({ keys }) => keys === '/')) there.add('find');
    if (mayWrite) there.add('edit');
    if (turnCompact) there.add('density');
    setList({ controls, there });
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
        {list && <KeyList {...list} />}
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
