import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Button } from '#src/ui/Button.tsx';
import { AttributeName } from '../list/AttributeRow.tsx';
import type { AttributeView } from '../list/useAttributeView.ts';
import { toggled } from '../list/viewStore.ts';
import { findingText } from './findingText.ts';
import './finding.css';

const text = findingText.arrange;

/** The list with `name` moved by one place, or as it is where that leads out of it. */
function moved(names: readonly string[], name: string, by: -1 | 1): string[] {
  const from = names.indexOf(name);
  const to = from + by;
  const others = names.filter((other) => other !== name);
  return to < 0 || to >= names.length ? [...names] : others.toSpliced(to, 0, name);
}

export interface ArrangeRowProps {
  name: string;
  definition: Definition | undefined;
  look: AttributeView;
}

/** An attribute while the agent arranges: pin it, move it among the pinned ones, hide it. */
export function ArrangeRow({ name, definition, look: { view, setView } }: ArrangeRowProps) {
  const label = definition?.label ?? name;
  const pinned = view.pins.includes(name);
  return (
    <div className="arrange-row">
      <p className="pair__label">
        <AttributeName name={name} label={label} />
      </p>
      <div className="arrange-row__actions">
        {pinned && (
          <>
            <Button
              look="quiet"
              aria-label={text.up(label)}
              onClick={() => setView({ pins: moved(view.pins, name, -1) })}
            >
              ↑
            </Button>
            <Button
              look="quiet"
              aria-label={text.down(label)}
              onClick={() => setView({ pins: moved(view.pins, name, 1) })}
            >
              ↓
            </Button>
          </>
        )}
        <Button
          look="quiet"
          aria-label={text.pinKey(label)}
          aria-pressed={pinned}
          onClick={() => setView({ pins: toggled(view.pins, name) })}
        >
          {text.pin}
        </Button>
        <Button
          look="quiet"
          aria-label={text.hideKey(label)}
          aria-pressed={view.hidden.includes(name)}
          onClick={() => setView({ hidden: toggled(view.hidden, name) })}
        >
          {text.hide}
        </Button>
      </div>
    </div>
  );
}
