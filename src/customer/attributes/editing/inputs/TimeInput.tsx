import { useState } from 'react';
import { Field } from '#src/ui/Field.tsx';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';
import { offsetAt, ownZone, writeOffset } from './zones.ts';

const text = inputText.time;
const parts = /^(\d\d:\d\d)(:\d\d(?:\.\d+)?)([zZ]|[+-]\d\d:\d\d)$/;

/** The own zone's offset today. A time without a day has no zone of its own. */
const ownOffset = () => writeOffset(offsetAt(ownZone(), Date.now())) ?? 'Z';

const offsetIn = (json: string | undefined) =>
  json?.startsWith('"') ? parts.exec(String(JSON.parse(json)))?.[3] : undefined;

/** A time of day with its offset from UTC, as RFC 3339 has it. */
export function TimeInput({ name, row, error, notes, onText }: InputProps) {
  const [, clock = '', seconds = '', there] = parts.exec(row.text) ?? [];
  const [own] = useState(ownOffset);
  const [chosen, setChosen] = useState(there ?? own);
  const offset = there ?? chosen;
  const stored = offsetIn(row.from);
  const offsets = [
    { value: own, label: text.ownOffset(own) },
    ...(stored === undefined || stored === own
      ? []
      : [{ value: stored, label: text.stored(stored.toUpperCase()) }]),
    { value: 'Z', label: 'UTC' },
    { value: offset, label: text.offset(offset.toUpperCase()) },
  ].filter(({ value }, index, list) => list.findIndex((each) => each.value === value) === index);
  const write = (time: string, zone: string) =>
    onText(time === '' ? '' : `${time}${time.length === 5 ? ':00' : ''}${zone}`);
  const shown = `${clock}${/^:00(?:\.0+)?$/.test(seconds) ? '' : seconds}`;

  return (
    <Field label={labelOf(name)} labelHidden error={error} hint={notesOf(...notes)}>
      {(control) => (
        <span className="input-line">
          <input
            {...control}
            data-value
            type="time"
            step={shown.length > 5 ? 1 : 60}
            value={shown}
            onChange={(event) => write(event.target.value, offset)}
          />
          <select
            className="field__control"
            aria-label={text.zoneOf(name)}
            value={offset}
            onChange={({ target: { value } }) => {
              setChosen(value);
              if (clock !== '') write(`${clock}${seconds}`, value);
            }}
          >
            {offsets.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
