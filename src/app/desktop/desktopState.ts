import { openConversations, type Conversation, type Message } from './conversations.ts';

export interface DesktopState {
  conversations: readonly Conversation[];
  selectedId: string;
  /** Replies begun, by conversation. */
  drafts: ReadonlyMap<string, string>;
  /** Customers whose profile has edits that are not saved, as far as the panel has said. */
  dirtyCustomers: ReadonlySet<string>;
}

export type DesktopAction =
  | { type: 'selected'; id: string }
  | { type: 'stepped'; by: 1 | -1 }
  | { type: 'wrote'; text: string }
  | { type: 'sent'; at: number }
  /** What the panel tells. */
  | { type: 'dirty'; customerIds: readonly string[] }
  | { type: 'openCustomer'; customerId: string }
  | { type: 'redirected'; from: string; to: string };

/** The desktop as it opens: the first conversation selected. */
export function openDesktop(now: number): DesktopState {
  const conversations = openConversations(now);
  return {
    conversations,
    selectedId: conversations[0]?.id ?? '',
    drafts: new Map(),
    dirtyCustomers: new Set(),
  };
}

/** All that can happen on the desktop, inside it or in the panel's frame. */
export function desktopReducer(state: DesktopState, action: DesktopAction): DesktopState {
  switch (action.type) {
    case 'selected':
      return selected(state, action.id);
    case 'stepped': {
      const index = state.conversations.findIndex(({ id }) => id === state.selectedId);
      const next = state.conversations[index + action.by];
      return next ? selected(state, next.id) : state;
    }
    case 'wrote':
      return { ...state, drafts: new Map(state.drafts).set(state.selectedId, action.text) };
    case 'sent':
      return sent(state, action.at);
    case 'dirty':
      return { ...state, dirtyCustomers: new Set(action.customerIds) };
    case 'openCustomer': {
      const conversation = state.conversations.find(
        ({ customerId }) => customerId === action.customerId,
      );
      return conversation ? selected(state, conversation.id) : state;
    }
    case 'redirected': {
      const { from, to } = action;
      return changed(state, ({ customerId }) => customerId === from, { customerId: to });
    }
  }
}

/** The conversation that is open in the middle. */
export function selectedConversation(state: DesktopState): Conversation | undefined {
  return state.conversations.find(({ id }) => id === state.selectedId);
}

/** Since when the customer has had no answer; `undefined` when the agent spoke last. */
export function waitingSince({ messages }: Conversation): number | undefined {
  const answered = messages.findLastIndex(({ from }) => from === 'agent');
  return messages[answered + 1]?.at;
}

function changed(
  state: DesktopState,
  which: (conversation: Conversation) => boolean,
  change: Partial<Conversation>,
): DesktopState {
  return {
    ...state,
    conversations: state.conversations.map((conversation) =>
      which(conversation) ? { ...conversation, ...change } : conversation,
    ),
  };
}

function selected(state: DesktopState, selectedId: string): DesktopState {
  return changed({ ...state, selectedId }, ({ id }) => id === selectedId, { unread: 0 });
}

function sent(state: DesktopState, at: number): DesktopState {
  const conversation = selectedConversation(state);
  const text = state.drafts.get(state.selectedId)?.trim();
  if (!conversation || !text) return state;
  const reply: Message = { from: 'agent', text, at };
  const drafts = new Map(state.drafts);
  drafts.delete(conversation.id);
  return changed({ ...state, drafts }, ({ id }) => id === conversation.id, {
    messages: [...conversation.messages, reply],
  });
}
