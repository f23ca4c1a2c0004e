import { useEffect, useReducer, useState } from 'react';
import { ConversationView } from './ConversationView.tsx';
import { desktopReducer, openDesktop, selectedConversation } from './desktopState.ts';
import { desktopText } from './desktopText.ts';
import { Inbox } from './Inbox.tsx';
import { ReviewChoice } from './ReviewChoice.tsx';
import { desktopThemes, useDesktopTheme, type DesktopTheme } from './useDesktopTheme.ts';
import { useNow } from './useNow.ts';
import { usePanel } from './usePanel.ts';
import './AgentDesktop.css';

interface AgentDesktopProps {
  /** Where the panel is served: by our own server, unless a story wants none. */
  panelOrigin?: string;
}

const panelWidths = [280, 350, 400] as const;

/** A desktop as agents have one, with invented conversations, to try the panel in. For demo and tests only. */
export function AgentDesktop({ panelOrigin = window.location.origin }: AgentDesktopProps) {
  const now = useNow();
  const [state, dispatch] = useReducer(desktopReducer, now, openDesktop);
  const [width, setWidth] = useState<(typeof panelWidths)[number]>(350);
  const [theme, setTheme] = useState<DesktopTheme>('system');
  const conversation = selectedConversation(state);
  const panel = usePanel({
    panelOrigin,
    customerId: conversation?.customerId,
    scheme: theme === 'system' ? undefined : theme,
    dispatch,
  });
  useDesktopTheme(theme);

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
      <aside
        ref={panel}
        className={`desktop__panel desktop__panel--${width}`}
        aria-label={desktopText.panel}
      />
    </div>
  );
}
