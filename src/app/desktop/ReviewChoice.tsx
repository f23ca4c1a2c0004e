import { useId } from 'react';

interface ReviewChoiceProps<Value extends string | number> {
  /** Tells the choices apart for the style sheet. */
  of: 'width' | 'theme';
  legend: string;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
}

/** One of a few values, for whoever reviews the panel: radio buttons side by side. */
export function ReviewChoice<Value extends string | number>({
  of,
  legend,
  values,
  chosen,
  label,
  onChoose,
}: ReviewChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={`desktop-choice desktop-choice--${of}`}>
      <legend className="desktop-choice__legend">{legend}</legend>
      <div className="desktop-choice__values">
        {values.map((value) => (
          <label key={value} className="desktop-choice__value">
            <input
              type="radio"
              className="desktop-choice__radio"
              name={name}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span className="desktop-choice__label">{label(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
