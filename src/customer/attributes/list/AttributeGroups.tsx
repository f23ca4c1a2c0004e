import { useId, type ReactNode } from 'react';
import type { ListMemory } from '#src/ui/listMemory.ts';
import { WindowedList } from '#src/ui/WindowedList.tsx';
import { attributesText } from '../attributesText.ts';
import type { Entry, Group } from './arrange.ts';

const text = attributesText;
const titles = { pinned: text.pinned, other: text.other };
const titleOf = ({ kind, name }: Group) => (kind === 'named' ? name : titles[kind]);

/** Tells a group from the others, also one that the brand calls "Pinned". */
const idOf = ({ kind, name }: Group) => `${kind}:${name}`;

/** As many as most windows show below the head of a profile; the frame after the first paint adds what is missing. */
const firstRows = 12;

const keyOf = ({ key }: Entry) => key;

export interface AttributeGroupsProps {
  groups: readonly Group[];
  /** The ids of those that are folded up. */
  collapsed: readonly string[];
  /** Absent: all stand open, as found. */
  onToggle?: ((group: string) => void) | undefined;
  memoryOf: (group: string, rows: number) => ListMemory;
  isKept: (key: string) => boolean;
  /** The id of the heading that names the only group. */
  headingId: string;
  children: (entry: Entry) => ReactNode;
}

function GroupHead(props: {
  id: string;
  title: string;
  count: number;
  open: boolean;
  onToggle: (() => void) | undefined;
}) {
  const { id, title, count, open, onToggle } = props;
  const words = (
    <>
      <bdi>{title}</bdi> <span className="attributes__count">{count}</span>
    </>
  );
  return (
    <h3 className="group__title">
      {onToggle ? (
        <button
          type="button"
          id={id}
          className="group__toggle"
          aria-expanded={open}
          onClick={onToggle}
        >
          {words}
        </button>
      ) : (
        <span id={id} className="group__name">
          {words}
        </span>
      )}
    </h3>
  );
}

/** Each group under its title, to be folded up; without groups one plain list. */
export function AttributeGroups(props: AttributeGroupsProps) {
  const { groups, collapsed, onToggle, memoryOf, isKept, headingId, children } = props;
  const id = useId();
  return groups.map((group, index) => {
    const groupId = idOf(group);
    const alone = groups.length === 1 && group.kind === 'other';
    const open = alone || !onToggle || !collapsed.includes(groupId);
    const titleId = alone ? headingId : `${id}-${index}`;
    const entries = open ? group.entries : group.entries.filter(({ key }) => isKept(key));
    const before = groups
      .slice(0, index)
      .reduce((sum, { entries: above }) => sum + above.length, 0);
    return (
      <div key={groupId} className="group">
        {!alone && (
          <GroupHead
            id={titleId}
            title={titleOf(group)}
            count={group.entries.length}
            open={open}
            onToggle={onToggle && (() => onToggle(groupId))}
          />
        )}
        {entries.length > 0 && (
          <WindowedList
            items={entries}
            keyOf={keyOf}
            memory={memoryOf(groupId, Math.max(0, firstRows - before))}
            isKept={isKept}
            labelledBy={titleId}
          >
            {children}
          </WindowedList>
        )}
      </div>
    );
  });
}
