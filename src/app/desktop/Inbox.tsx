import { useEffect, useRef } from 'react';
import type { Conversation } from './conversations.ts';
import { waitingSince, type DesktopState } from './desktopState.ts';
import { desktopText } from './desktopText.ts';
import { KeyHint } from './KeyHint.tsx';
import { timeSince } from './times.ts';
import './Inbox.css';

interface InboxProps {
  state: DesktopState;
  now: number;
  onSelect: (id: string) => void;
}

/** The open conversations: a column on wide screens, a strip on narrow ones. */
export function Inbox({ state, now, onSelect }: InboxProps) {
  const listRef = useRef<HTMLUListElement>(null);
  const { conversations, selectedId, dirtyCustomers } = state;
  const { next, previous, meaning } = desktopText.inboxKeys;

  useEffect(() => {
    const list = listRef.current;
    const current = list?.querySelector<HTMLElement>('[aria-current]');
    if (!list || !current) return;
    bringIntoView(list, current);
    // Whoever steps through the list by keyboard takes the focus along; whoever is writing keeps it there.
    if (list.contains(document.activeElement)) current.focus({ preventScroll: true });
  }, [selectedId]);

  return (
    <nav className="desktop-inbox" aria-label={desktopText.inbox}>
      <div className="desktop-inbox__head">
        <h2>{desktopText.inbox}</h2>
        <span className="desktop-inbox__count">{desktopText.inboxCount(conversations.length)}</span>
      </div>
      <ul ref={listRef} className="desktop-inbox__list">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <InboxItem
              conversation={conversation}
              current={conversation.id === selectedId}
              dirty={dirtyCustomers.has(conversation.customerId)}
              now={now}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ul>
      <p className="desktop-inbox__foot">
        <KeyHint keys={next} /> <KeyHint keys={previous} /> {meaning}
      </p>
    </nav>
  );
}

interface InboxItemProps {
  conversation: Conversation;
  current: boolean;
  dirty: boolean;
  now: number;
  onSelect: (id: string) => void;
}

function InboxItem({ conversation, current, dirty, now, onSelect }: InboxItemProps) {
  const { id, customerName, channel, unread, lang } = conversation;
  const last = conversation.messages.at(-1);
  const since = waitingSince(conversation);
  return (
    <button
      type="button"
      className="desktop-inbox__item"
      aria-current={current || undefined}
      onClick={() => onSelect(id)}
    >
      <span className="desktop-inbox__line">
        <span className="desktop-inbox__name">
          <bdi lang={lang}>{customerName}</bdi>
        </span>{' '}
        <span className="desktop-inbox__wait">
          {since === undefined ? (
            desktopText.answered
          ) : (
            <Shown as={timeSince(since, now)} said={desktopText.waiting(timeSince(since, now))} />
          )}
        </span>
      </span>{' '}
      <span className="desktop-inbox__line">
        <span className="desktop-inbox__last">
          {last?.from === 'agent' && <span>{desktopText.you} </span>}
          <bdi lang={last?.from === 'customer' ? lang : undefined}>
            {beginning(last?.text ?? '')}
          </bdi>
        </span>{' '}
        {unread > 0 && (
          <span className="desktop-inbox__unread">
            <Shown as={unread} said={desktopText.unread(unread)} />
          </span>
        )}
      </span>{' '}
      <span className="desktop-inbox__line desktop-inbox__line--meta">
        <span>{desktopText.channel(channel)}</span>{' '}
        {dirty && <span className="desktop-inbox__dirty">{desktopText.dirty}</span>}
      </span>
    </button>
  );
}

/** Short for the eye, which sees what it stands beside; in full for screen readers. */
function Shown({ as, said }: { as: string | number; said: string }) {
  return (
    <>
      <span aria-hidden="true">{as}</span>
      <span className="visually-hidden">{said}</span>
    </>
  );
}

const snippetLength = 90;

/** As much of a message as a line may need: the rest would only be cut off, and be read out all the same. */
function beginning(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '));
  if (characters.length <= snippetLength) return characters.join('');
  return `${characters.slice(0, snippetLength).join('')}…`;
}

/** Scrolls the list alone: `scrollIntoView` would move the page as well. */
function bringIntoView(list: HTMLElement, item: HTMLElement) {
  const outer = list.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  const past = (start: number, end: number) => Math.min(start, 0) || Math.max(end, 0);
  list.scrollTop += past(inner.top - outer.top, inner.bottom - outer.bottom);
  list.scrollLeft += past(inner.left - outer.left, inner.right - outer.right);
}
