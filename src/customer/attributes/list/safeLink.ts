import { mailto } from '../../mailto.ts';

/** Only what opens a page or a letter: never `javascript:` and its like. */
const safe = /^(?:https?|mailto):/i;

/** Where a web address or an e-mail address leads, if it is safe to go there. */
export function safeLink(input: string, text: string): string | undefined {
  const href = (input === 'email' && mailto(text)) || text;
  return safe.test(href) && URL.canParse(href) ? href : undefined;
}
