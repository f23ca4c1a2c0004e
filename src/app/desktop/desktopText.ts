import type { Channel } from './conversations.ts';

/** The language that the desktop itself speaks. */
export const desktopLocale = 'en';

const channels: Record<Channel, string> = {
  chat: 'Chat',
  email: 'E-mail',
  sms: 'Text message',
  phone: 'Phone',
};

/** What the demo desktop says around its invented conversations. */
export const desktopText = {
  title: 'Agent desktop',
  banner: 'Demo desktop: invented people, forgotten when the server stops',
  inbox: 'Conversations',
  inboxCount: (count: number) => `${count} open`,
  inboxKeys: { next: ['Alt', '↓'], previous: ['Alt', '↑'], meaning: 'next, previous' },
  channel: (channel: Channel) => channels[channel],
  waiting: (time: string) => `Waiting ${time}`,
  answered: 'Answered',
  justNow: 'now',
  you: 'You:',
  unread: (count: number) => `${count} unread`,
  dirty: 'Unsaved profile edits',
  conversationWith: (name: string) => `Conversation with ${name}`,
  messages: 'Messages',
  agent: 'You',
  reply: (name: string) => `Reply to ${name}`,
  replyPlaceholder: 'Write a reply',
  send: 'Send',
  sendKeys: { keys: ['Ctrl', 'Enter'], meaning: 'sends' },
  panel: 'Customer profile',
  panelWidth: 'Panel width',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
} as const;
