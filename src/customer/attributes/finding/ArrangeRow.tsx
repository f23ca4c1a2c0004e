import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Button } from '#src/ui/Button.tsx';
import { AttributeName } from '../list/AttributeRow.tsx';
import type { AttributeView } from '../list/useAttributeView.ts';
import { toggled } from '../list/viewStore.ts';
import { findingText } from './findingText.ts';
import './finding.css';

const text = findingText.arrange;

export interface ArrangeRowProps {
  name: string;
  definition: Definition | undefined;
  look: AttributeView;
}

/** An attribute while the agent arranges: pin it, move it among the pinned ones, hide it. */
export function ArrangeRow({ name, definition, look: { view, setView } }: ArrangeRowProps) {
  const label = definition?.label ?? name;
  const place = view.pins.indexOf(name);
  const pinned = place >= 0;

  function move(by: -1 | 1) {
    const to = place + by;
    if (to >= 0 && to < view.pins.length)
      setView({ pins: view.pins.toSpliced(place, 1).toSpliced(to, 0, name) });
  }

  /** The row leaves one list for another, and the button that was pressed is gone with it: the focus goes along. */
  function togglePin({ currentTarget }: MouseEvent) {
    const section = currentTarget.closest('section');
    const pins = toggled(view.pins, name);
    flushSync(() => setView({ pins }));
    const buttons = [...(section?.querySelectorAll<HTMLElement>('[data-pin]') ?? [])];
    const buttonOf = (key: string | undefined) =>
      buttons.find(({ dataset }) => dataset['pin'] === key);
    // Back in a long list the row may be out of the page: then to the pin that took its place.
    (buttonOf(name) ?? buttonOf(pins[place] ?? pins.at(-1)) ?? buttons[0])?.focus();
  }

  return (
    <div className="arrange-row">
      <p className="pair__label">
        <AttributeName name={name} label={label} />
      </p>
      <div className="arrange-row__actions">
        {pinned && (
          <>
            <Button look="quiet" aria-label={text.up(label)} onClick={() => move(-1)}>
              ↑
            </Button>
            <Button look="quiet" aria-label={text.down(label)} onClick={() => move(1)}>
              ↓
            </Button>
          </>
        )}
        <Button
          look="quiet"
          aria-label={text.pinKey(label)}
          aria-pressed={pinned}
          data-pin={name}
          onClick={togglePin}
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
