/** Everything that Gladly's card and form say to an agent and that comes from this server. */
export const gladlyAppText = {
  channels: {
    EMAIL: 'Email',
    VOICE: 'Voice',
    SMS: 'SMS',
    CHAT: 'Chat',
    FACEBOOK: 'Facebook',
    INSTAGRAM: 'Instagram',
    WHATSAPP: 'WhatsApp',
  } as Record<string, string>,
  noSms: 'no SMS',
  nobody: 'No contact point',
  yes: 'Yes',
  no: 'No',
  notSet: 'not set',
  now: (value: string) => `Now: ${value}.`,
  overwritten: (system: string) => `The next lookup of ${system} overwrites it.`,
  readAt: (time: string) => `As read at ${time}`,
  notInList: 'This is not in the list.',
  notANumber: 'Write a number with digits and a point alone, such as 12.5.',
  nothingChanged: 'Nothing was saved: every field is as it was.',
  rulesBroken: 'Nothing was saved: see the field above.',
  conflict: (label: string, theirs: string, base: string) =>
    `${label} is now ${theirs}, and was ${base} when this form was opened.`,
  conflicted:
    'Nothing was saved, because somebody else changed the same. Close the form and open it again.',
  noLonger: 'This form is out of date. Nothing was saved. Close it and open it again.',
  merged:
    'This profile was merged into another one. Nothing was saved. Close the form and open it again.',
  refused: 'Gladly refused this change. Nothing was saved.',
  unverified:
    'The change was sent, but Gladly could not be asked whether it arrived. Open the form again to see what is there before you repeat it.',
  altered: (label: string, value: string) => `Gladly made ${value} of ${label}.`,
  missing: (label: string) => `Gladly did not keep ${label}.`,
  butSaved: (labels: string) => `Saved: ${labels}.`,
  notAllSaved: 'Not everything was saved as it was typed.',
  changed: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
};
