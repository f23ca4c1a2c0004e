import type { KeyTarget } from './followKeys.ts';
import { keysText as text, type KeyNeed } from './keysText.ts';

export interface KeyListProps {
  controls: readonly KeyTarget[];
  /** What there is besides, for which keys are worth telling. */
  there: ReadonlySet<KeyNeed>;
}

/** Every shortcut that does something now, and no other. */
export function KeyList({ controls, there }: KeyListProps) {
  const general = text.general.filter(({ needs }) => needs.every((need) => there.has(need)));
  const first = controls.filter(({ nth }) => nth === 1);
  const further = controls.find(({ nth }) => nth > 1);
  const rows = [
    ...general,
    ...first.map(({ keys }) => ({ keys, what: text.controls[keys] ?? keys })),
    ...(further ? [{ keys: further.keys, what: text.further }] : []),
  ];
  return (
    <dl className="keys__list">
      {rows.map(({ keys, what }) => (
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
