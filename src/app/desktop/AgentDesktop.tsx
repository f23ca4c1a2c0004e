import { useCallback, useEffect, useReducer, useState } from 'react';
import type { FromPanel } from '#src/host/panelMessages.ts';
import { ConversationView } from './ConversationView.tsx';
import { desktopReducer, openDesktop, selectedConversation } from './desktopState.ts';
import { desktopText } from './desktopText.ts';
import { Inbox } from './Inbox.tsx';
import { ReviewChoice } from './ReviewChoice.tsx';
import { desktopThemes, useDesktopTheme, type DesktopTheme } from './useDesktopTheme.ts';
import { useNow } from './useNow.ts';
import { usePanelFrame } from './usePanelFrame.ts';
import './AgentDesktop.css';

interface AgentDesktopProps {
  /** The address of the panel for a customer. */
  panelUrl?: (customerId: string) => string;
}

const panelWidths = [280, 350, 400] as const;

const embed = (customerId: string) => `/embed?customer=${encodeURIComponent(customerId)}`;

/** A desktop as agents have one, with invented conversations, to try the panel in. For demo and tests only. */
export function AgentDesktop({ panelUrl = embed }: AgentDesktopProps) {
  const now = useNow();
  const [state, dispatch] = useReducer(desktopReducer, now, openDesktop);
  const [width, setWidth] = useState<(typeof panelWidths)[number]>(350);
  const [theme, setTheme] = useState<DesktopTheme>('system');
  const conversation = selectedConversation(state);

  const onMessage = useCallback(
    (message: FromPanel) => dispatch({ type: 'panelSaid', message }),
    [],
  );
  const { frameRef, firstCustomerId } = usePanelFrame(conversation?.customerId ?? '', onMessage);
  const onFrameLoad = useDesktopTheme(theme, frameRef);

  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      const down = event.key === 'ArrowDown';
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!down && event.key !== 'ArrowUp') return;
      event.preventDefault();
      dispatch({ type: 'stepped', by: down ? 1 : -1 });
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  }, []);

  return (
    <div className="desktop">
      <header className="desktop__bar">
        <h1 className="visually-hidden">{desktopText.title}</h1>
        <p className="desktop__banner">{desktopText.banner}</p>
        <ReviewChoice
          of="width"
          legend={desktopText.panelWidth}
          values={panelWidths}
          chosen={width}
          label={String}
          onChoose={setWidth}
        />
        <ReviewChoice
          of="theme"
          legend={desktopText.theme}
          values={desktopThemes}
          chosen={theme}
          label={(value) => desktopText.themes[value]}
          onChoose={setTheme}
        />
      </header>
      <Inbox state={state} now={now} onSelect={(id) => dispatch({ type: 'selected', id })} />
      {conversation && (
        <ConversationView
          conversation={conversation}
          now={now}
          draft={state.drafts.get(conversation.id) ?? ''}
          onWrite={(text) => dispatch({ type: 'wrote', text })}
          onSend={() => dispatch({ type: 'sent', at: Date.now() })}
        />
      )}
      <aside className={`desktop__panel desktop__panel--${width}`} aria-label={desktopText.panel}>
        <iframe
          ref={frameRef}
          className="desktop__frame"
          title={desktopText.panel}
          src={panelUrl(firstCustomerId)}
          allow="clipboard-write"
          referrerPolicy="no-referrer"
          onLoad={onFrameLoad}
        />
      </aside>
    </div>
  );
}
