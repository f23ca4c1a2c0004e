import { useLayoutEffect, useRef } from 'react';
import { Composer } from './Composer.tsx';
import type { Conversation, Message } from './conversations.ts';
import { waitingSince } from './desktopState.ts';
import { desktopText } from './desktopText.ts';
import { messageTime, timeSince } from './times.ts';
import './ConversationView.css';

interface ConversationViewProps {
  conversation: Conversation;
  now: number;
  draft: string;
  onWrite: (text: string) => void;
  onSend: () => void;
}

/** What customer and agent have said, and the place to say more. */
export function ConversationView(props: ConversationViewProps) {
  const { conversation, now, draft, onWrite, onSend } = props;
  const { id, customerName, channel, topic, lang, messages } = conversation;
  const since = waitingSince(conversation);
  return (
    <main className="desktop-talk" aria-label={desktopText.conversationWith(customerName)}>
      <header className="desktop-talk__head">
        <h2 className="desktop-talk__name" title={customerName}>
          <bdi lang={lang}>{customerName}</bdi>
        </h2>
        <p className="desktop-talk__topic">
          <bdi>{topic}</bdi>
        </p>
        <p className="desktop-talk__state">
          {desktopText.channel(channel)}
          {' · '}
          {since === undefined ? desktopText.answered : desktopText.waiting(timeSince(since, now))}
        </p>
      </header>
      <p role="status" className="visually-hidden">
        {desktopText.conversationWith(customerName)}
      </p>
      <Messages key={id} messages={messages} name={customerName} lang={lang} now={now} />
      <Composer name={customerName} draft={draft} onWrite={onWrite} onSend={onSend} />
    </main>
  );
}

interface MessagesProps {
  messages: readonly Message[];
  name: string;
  lang: string | undefined;
  now: number;
}

function Messages({ messages, name, lang, now }: MessagesProps) {
  const logRef = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const log = logRef.current;
    if (log) log.scrollTop = log.scrollHeight;
  }, [messages]);

  return (
    <div
      ref={logRef}
      className="desktop-talk__log"
      role="log"
      aria-label={desktopText.messages}
      // It scrolls, so the keyboard must be able to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <ol className="desktop-talk__messages">
        {messages.map(({ from, text, at }, index) => (
          <li
            key={`${at}-${index}`}
            className={`desktop-talk__message desktop-talk__message--${from}`}
          >
            <p className="desktop-talk__bubble" dir="auto" lang={lang}>
              {text}
            </p>
            {isLastOfGroup(index, messages) && (
              <p className="desktop-talk__by">
                <bdi>{from === 'agent' ? desktopText.agent : name}</bdi>{' '}
                <time dateTime={new Date(at).toISOString()}>{messageTime(at, now)}</time>
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

const groupMs = 5 * 60_000;

/** One name and time under messages that one person wrote in one go. */
function isLastOfGroup(index: number, messages: readonly Message[]): boolean {
  const message = messages[index];
  const next = messages[index + 1];
  return !message || next?.from !== message.from || next.at - message.at > groupMs;
}
