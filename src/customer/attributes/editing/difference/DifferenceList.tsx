import { useId } from 'react';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { attributesText } from '../../attributesText.ts';
import { AttributeValue } from '../../list/AttributeValue.tsx';
import './difference.css';
import { DifferencePath } from './DifferencePath.tsx';
import type { Difference } from './differences.ts';
import { differenceText } from './differenceText.ts';
import { lookAlike } from './lookAlike.ts';

const text = differenceText;
const { kinds } = attributesText;

type Version = [label: string, json: string | undefined];

/** The versions that say something: one that is still as base has it is left out. */
function versionsOf({ kind, base, theirs, yours }: Difference): Version[] {
  const was: Version = [text.base, base];
  switch (kind) {
    case 'theirs':
      return [was, [text.theirs, theirs]];
    case 'yours':
      return [was, [text.yours, yours]];
    case 'same':
      return [was, [text.same, theirs]];
    case 'both':
      return [was, [text.theirs, theirs], [text.yours, yours]];
  }
}

/** The kind tells `1` from "1" and null from the words for it. Empty text and "not there" say all themselves. */
function kindBeside(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  const kind = kindOf(json);
  return kind === 'string' && JSON.parse(json) === '' ? undefined : kinds[kind];
}

function VersionRow({ label, json }: { label: string; json: string | undefined }) {
  const kind = kindBeside(json);
  return (
    <div className="difference__version">
      <dt>
        {label}
        {kind && (
          <>
            {' '}
            <span className="difference__kind">{kind}</span>
          </>
        )}
      </dt>
      <dd>{json === undefined ? <i>{text.notThere}</i> : <AttributeValue json={json} />}</dd>
    </div>
  );
}

function DifferenceItem({ difference }: { difference: Difference }) {
  const id = useId();
  const versions = versionsOf(difference);
  const there = versions.flatMap(([, json]) => (json === undefined ? [] : [json]));
  return (
    <li className="difference" aria-labelledby={id}>
      <p id={id} className="difference__path">
        <DifferencePath path={difference.path} />
      </p>
      <dl>
        {versions.map(([label, json]) => (
          <VersionRow key={label} label={label} json={json} />
        ))}
      </dl>
      {lookAlike(there) && <p className="difference__note">{text.lookAlike}</p>}
    </li>
  );
}

export interface DifferenceListProps {
  differences: readonly Difference[];
  /** How many there are besides. */
  more: number;
}

/** What differs inside a value, place by place: what was there, what others and what the agent made of it. */
export function DifferenceList({ differences, more }: DifferenceListProps) {
  if (differences.length === 0) return null;
  return (
    <>
      <ul className="differences" aria-label={text.list(differences.length + more)}>
        {differences.map((difference, index) => (
          // Two places can have the same path, where an item was added in front of another.
          <DifferenceItem key={index} difference={difference} />
        ))}
      </ul>
      {more > 0 && <p className="difference__note">{text.more(more)}</p>}
    </>
  );
}
