import { use, useState } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { DeviceContext } from '../../DeviceContext.ts';
import { createSeenStore } from '../../marks/seenStore.ts';
import type { AttributeView } from '../list/useAttributeView.ts';
import { ViewContext } from '../list/viewStore.ts';
import { findingText } from './findingText.ts';

const text = findingText.arrange;

function RememberSwitch({ device, owner }: { device: Storage; owner: string | undefined }) {
  const [seen] = useState(() => createSeenStore(device, { owner }));
  const [on, setOn] = useState(seen.isOn);
  return (
    <label className="arrange-help__switch">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          seen.turn(event.target.checked);
          setOn(event.target.checked);
        }}
      />
      <span>
        {text.remember}
        <span className="arrange-help__note">{text.rememberHelp}</span>
      </span>
    </label>
  );
}

/** What arranging is for, the way back to the brand's order, and whether the device remembers what was seen. */
export function ArrangeHelp({ look: { view, setView } }: { look: AttributeView }) {
  const device = use(DeviceContext);
  const owner = use(ViewContext).owner();
  const arranged = view.pins.length + view.hidden.length + view.collapsed.length > 0;
  return (
    <div className="arrange-help">
      <p>{text.help(owner !== undefined)}</p>
      {arranged && (
        <Button
          look="plain"
          onClick={({ currentTarget }) => {
            // There is nothing left to reset, and the button goes.
            currentTarget.closest('section')?.focus();
            setView({ pins: [], hidden: [], collapsed: [] });
          }}
        >
          {text.reset}
        </Button>
      )}
      {device && <RememberSwitch device={device} owner={owner} />}
    </div>
  );
}
