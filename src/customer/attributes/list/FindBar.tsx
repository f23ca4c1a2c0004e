import { useEffect, useRef } from 'react';
import '#src/ui/Field.css';
import { isComposing } from '#src/ui/isComposing.ts';
import { attributesText } from '../attributesText.ts';
import type { Finding } from './finding.ts';
import type { Tools } from './useAttributeView.ts';

const text = attributesText;

export interface FindBarProps {
  finding: Finding;
  groups: readonly string[];
  /** What was found, for eye and screen reader; absent while nothing is looked for. */
  status: string | undefined;
  /** Leads the browser's shortcut to find to the input, once the part that finds is there. */
  followShortcut: Tools['followShortcut'] | undefined;
  onChange: (finding: Finding) => void;
  /** The agent is about to look for something. */
  onNear: () => void;
  /** Enter: to the first of what is looked for. */
  onEnter: () => void;
  /** Arrow down: to the list. */
  onDown: (input: HTMLElement) => void;
}

/** Looks for words in the attributes, and narrows them to a group or to what needs care. */
export function FindBar(props: FindBarProps) {
  const { finding, groups, status, followShortcut, onChange, onNear, onEnter, onDown } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => (input.current ? followShortcut?.(input.current) : undefined), [followShortcut]);
  return (
    <search className="find">
      <input
        ref={input}
        type="search"
        className="field__control"
        aria-label={text.find}
        data-keys="/"
        placeholder={text.findShort}
        autoComplete="off"
        spellCheck={false}
        value={finding.words}
        onFocus={onNear}
        onChange={(event) => onChange({ ...finding, words: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Enter') onEnter();
          else if (event.key === 'Escape') onChange({ ...finding, words: '' });
          else if (event.key === 'ArrowDown') onDown(event.currentTarget);
          else return;
          event.preventDefault();
        }}
      />
      <select
        className="field__control"
        aria-label={text.show}
        value={finding.filter}
        onFocus={onNear}
        onChange={(event) => onChange({ ...finding, filter: event.target.value })}
      >
        {Object.entries(text.filters).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {groups.map((name) => (
          <option key={`group:${name}`} value={`group:${name}`}>
            {name}
          </option>
        ))}
      </select>
      <p role="status" className="find__status">
        {status}
      </p>
    </search>
  );
}
