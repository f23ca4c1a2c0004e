import { useId, useMemo, useState } from 'react';
import { Field } from '#src/ui/Field.tsx';
import { readableDate } from '../../list/readable.ts';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';
import { leftOutText, momentTexts, readLeftOut, readMoment, wallOf } from './moment.ts';
import { Radios } from './Radios.tsx';
import { namedZones, offsetAt, ownZone, writeOffset } from './zones.ts';

const text = inputText.time;

/** What the controls show, and the row's text that it stands for. */
interface Shown {
  wall: string;
  zone: string;
  /** Of a time that comes twice the second one. */
  second: boolean;
  /** The agent wrote this time, and means it in whatever zone is chosen. */
  typed: boolean;
  stands: string;
}

function shownOf(stands: string, zone: string): Shown {
  const moment = readMoment(stands);
  if (moment) {
    const wall = wallOf(moment, zone);
    const second = momentTexts(wall, zone, stands)[1] === stands;
    return { wall, zone, second, typed: false, stands };
  }
  const leftOut = readLeftOut(stands) ?? { wall: '', zone };
  return { ...leftOut, second: false, typed: true, stands };
}

/** The text that is stored; empty when it is something else. */
const storedText = ({ from }: InputProps['row']) =>
  from?.startsWith('"') ? String(JSON.parse(from)) : '';

function useMoment(row: InputProps['row'], onText: (text: string) => void) {
  const [state, setState] = useState(() => shownOf(row.text, ownZone()));
  const stored = storedText(row);
  // Another value came from elsewhere.
  const shown = state.stands === row.text ? state : shownOf(row.text, state.zone);
  const texts = momentTexts(shown.wall, shown.zone, stored);

  function write(next: Omit<Shown, 'stands'>) {
    const [first, second] = momentTexts(next.wall, next.zone, stored);
    const leftOut = next.wall === '' ? '' : leftOutText(next.wall, next.zone);
    const stands = (next.second ? second : undefined) ?? first ?? leftOut;
    setState({ ...next, stands });
    if (stands !== row.text) onText(stands);
  }

  return {
    shown,
    texts,
    setWall: (wall: string) => write({ ...shown, wall, second: false, typed: true }),
    setSecond: (second: boolean) => write({ ...shown, second, typed: true }),
    /** A time that was only read is shown as the clocks of the other zone show it, and nothing changes. */
    setZone: (zone: string) => {
      if (shown.typed) write({ ...shown, zone });
      else setState(shownOf(row.text, zone));
    },
  };
}

interface ZoneSelectProps {
  name: string;
  zone: string;
  stored: string | undefined;
  onZone: (zone: string) => void;
}

function ZoneSelect({ name, zone, stored, onZone }: ZoneSelectProps) {
  const own = ownZone();
  const all = useMemo(() => namedZones(), []);
  const likely = [
    { value: own, label: text.own(own) },
    ...(stored === undefined ? [] : [{ value: stored, label: text.stored(stored) }]),
    { value: 'UTC', label: 'UTC' },
  ].filter(({ value }, index, list) => list.findIndex((each) => each.value === value) === index);
  const rest = all.filter((each) => !likely.some(({ value }) => value === each));
  return (
    <select
      className="field__control input-zone"
      aria-label={text.zoneOf(name)}
      value={zone}
      onChange={(event) => onZone(event.target.value)}
    >
      <optgroup label={text.likely}>
        {likely.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.all}>
        {rest.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </optgroup>
    </select>
  );
}

const offsetOf = (moment: string) => text.offset(readMoment(moment)?.offset ?? 'Z');

interface WhichProps {
  texts: readonly string[];
  second: boolean;
  onSecond: (second: boolean) => void;
}

/** The clocks go back, and show the time twice. */
function Which({ texts: [first = '', second = ''], second: isSecond, onSecond }: WhichProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <p id={id} className="field__hint input-note--caution">
        {text.twice}
      </p>
      <Radios
        name={id}
        answers={[
          { answer: 'first', label: text.first(offsetOf(first)) },
          { answer: 'second', label: text.second(offsetOf(second)) },
        ]}
        chosen={isSecond ? 'second' : 'first'}
        onChoose={(answer) => onSecond(answer === 'second')}
      />
    </div>
  );
}

/** How fine the control counts: as fine as what it shows. */
function stepOf(wall: string): number {
  if (wall.includes('.')) return 0.001;
  return wall.length > 16 ? 1 : 60;
}

/** The offset that was stored, unless it is what the own zone has at that moment. */
function storedOffset(stored: string): string | undefined {
  const moment = readMoment(stored);
  if (!moment || moment.offset === 'Z') return undefined;
  const own = writeOffset(offsetAt(ownZone(), moment.second));
  return own === moment.offset ? undefined : moment.offset;
}

/** A moment, as the clocks of a zone show it that is named and can be chosen. */
export function DateTimeInput({ name, row, error, notes, onText }: InputProps) {
  const { shown, texts, setWall, setZone, setSecond } = useMoment(row, onText);
  const { wall, zone } = shown;
  const leftOut = wall !== '' && texts.length === 0 ? text.leftOut(zone) : undefined;
  const readable = zone === ownZone() ? undefined : readableDate(row.text, 'date-time');
  const ownTime = readable === undefined ? undefined : text.ownTime(readable);
  const said = error === leftOut ? undefined : leftOut;
  return (
    <>
      <Field
        label={labelOf(name)}
        labelHidden
        error={error}
        hint={notesOf(said, ownTime, ...notes)}
      >
        {(control) => (
          <>
            <input
              {...control}
              data-value
              type="datetime-local"
              max="9998-12-31T23:59"
              step={stepOf(wall)}
              value={wall}
              onChange={(event) => setWall(event.target.value)}
            />
            <ZoneSelect
              name={name}
              zone={zone}
              stored={storedOffset(storedText(row))}
              onZone={setZone}
            />
          </>
        )}
      </Field>
      {texts.length > 1 && <Which texts={texts} second={shown.second} onSecond={setSecond} />}
    </>
  );
}
