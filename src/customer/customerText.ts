import { plural } from '#src/ui/plural.ts';

/** Every text of the panel that an agent reads, in one place so that it can be translated. */
export const customerText = {
  panel: {
    loading: 'Loading the profile',
    waiting: 'Gladly is busy. Trying again by itself…',
    retry: 'Try again',
    failed: 'The profile could not be fetched',
    failedBody: 'Check your connection, then reload the page.',
    merged: 'Profiles were merged',
    mergedBody: 'The profile you asked for was merged into this one.',
    mergedWithDraft:
      'The profile you asked for was merged into this one. Your unsaved edits came along: look at them before you save.',
    dismiss: 'Dismiss',
    unreadable: 'Part of this profile could not be read',
    unreadableBody: (fields: string) =>
      `Gladly sent something unexpected for: ${fields}. The rest is shown as it is. Look in Gladly for what is missing here.`,
  },

  drafts: {
    label: 'Unsaved edits of other customers',
    leadBack: (count: number, name: string) =>
      `${plural(count, 'unsaved edit', 'unsaved edits')} for ${name}`,
  },

  header: {
    noName: 'No name',
    since: (month: string) => `Customer since ${month}`,
    noDate: 'No creation date',
  },

  contact: {
    title: 'Contact',
    email: 'Email',
    phone: (type: string) => `Phone · ${type}`,
    phoneTypes: {
      MOBILE: 'Mobile',
      HOME: 'Home phone',
      WORK: 'Work phone',
      OTHER: 'Phone',
    } as Record<string, string>,
    channels: {
      EMAIL: 'Email',
      VOICE: 'Voice',
      SMS: 'SMS',
      CHAT: 'Chat',
      FACEBOOK: 'Facebook',
      INSTAGRAM: 'Instagram',
      WHATSAPP: 'WhatsApp',
    } as Record<string, string>,
    noChannel: 'Unknown channel',
    unknownType: 'Unknown type',
    unmatched: 'Matches no contact point',
    primary: 'Primary',
    noEmails: 'No e-mail address',
    noPhones: 'No phone number',
    noValue: 'No address or number was sent',
    entered: (original: string) => `Entered as ${original}`,
    extension: (digits: string) => `Extension ${digits}`,
    sms: { ON: 'SMS allowed', OFF: 'SMS off', FORBIDDEN: 'SMS forbidden' } as Record<
      string,
      string
    >,
    smsUnknown: (value: string) => `SMS preference ${value}`,
    derived: 'Channels are worked out: Gladly sends none.',
    more: (count: number) => `Show ${count} more`,
    fewer: 'Show fewer',
  },

  copy: {
    copied: 'Copied',
    failed: 'Not copied: the browser refused. Select the text and press Ctrl or ⌘ and C.',
    value: (label: string) => `Copy ${label}`,
  },
};
