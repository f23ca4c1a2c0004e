import { nameOf } from '../attributesText.ts';

/** Texts of what is fetched when an agent looks for attributes or arranges them. */
export const findingText = {
  arrange: {
    pin: 'Pin',
    hide: 'Hide',
    pinKey: (label: string) => `Pin ${nameOf(label)}`,
    hideKey: (label: string) => `Hide ${nameOf(label)}`,
    up: (label: string) => `Move ${nameOf(label)} up`,
    down: (label: string) => `Move ${nameOf(label)} down`,
    reset: 'Reset to the brand’s order',
    help: (isKnown: boolean) =>
      `Pinned attributes stand first. What you pin, hide and fold up is remembered on this device, for ${
        isKnown ? 'you alone' : 'everybody who uses this browser'
      }.`,
    remember: 'Mark what changed since I last looked',
    rememberHelp:
      'Keeps fingerprints of values on this device for 30 days, never the values. Turning it off deletes them.',
  },
};
