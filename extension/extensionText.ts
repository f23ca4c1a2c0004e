import type { AddressProblem } from './customerAddress.ts';
import type { PanelAddressProblem } from './origins.ts';
import type { SettingSource } from './settings.ts';

const list = new Intl.ListFormat('en');

const example = 'https://acme.gladly.com/customer/:customer';

export const manifestText = {
  name: 'Customer profile',
  description: 'The customer profile panel beside the conversation, in the browser’s side panel.',
  open: 'Open the customer profile',
};

export const sidePanelText = {
  frame: 'Customer profile',
  where: {
    same: 'This tab’s customer.',
    other: 'Not this tab’s customer.',
    kept: 'This tab names no customer. Still showing the last one.',
  },
  unsaved: 'Unsaved edits: closing the side panel would lose them.',
  showTabs: 'Show this tab’s',
  hidden: (origins: readonly string[]) =>
    `The browser does not show this extension which customer is open at ${list.format(origins)}.`,
  allow: 'Allow …',
  declined: 'Not allowed. A link or an ID can still be pasted.',
  other: 'Other customer …',
  paste: {
    label: 'Link or ID of a customer',
    show: 'Show',
    unread: (hasAddresses: boolean) =>
      hasAddresses
        ? 'This is neither an ID nor a link to a customer as the settings describe one.'
        : 'This is no ID, and the settings describe no links to customers.',
  },
  noCustomer: {
    title: 'No customer yet',
    body: 'Open a customer in your desktop, or paste a link or an ID here.',
  },
  noAddresses: {
    title: 'No customer yet',
    body: 'Paste the ID of a customer here. The settings name no desktop to follow.',
  },
  starting: 'Loading the panel …',
  notConfigured: {
    title: 'Not set up yet',
    body: 'This extension has to know where your company’s customer profile panel is.',
  },
  settings: 'Open the settings',
  notReady: {
    title: 'The panel does not answer',
    body: (panelOrigin: string) => `${panelOrigin} did not start the panel within 15 seconds.`,
    reasons: [
      'You are offline, or not in the company’s network.',
      'The address in the settings is wrong, or the server is down.',
    ],
    hosts: (origin: string) => `The server’s HOSTS does not name this extension, ${origin}.`,
    retry: 'Try again',
  },
  unsupported: {
    title: 'Panel and extension do not match',
    body: 'The panel speaks a newer language than this extension does. Update the extension.',
  },
  moved: {
    body: 'The panel has a new address.',
    load: 'Load it',
    unsaved:
      'The panel has a new address, and there are unsaved edits in this one. Save them first.',
    loadAnyway: 'Load it and lose them',
  },
};

const insecure = 'It must begin with https://. Only this machine may be reached by http://.';

const panelProblems: Record<PanelAddressProblem, string> = {
  'not-an-address': 'This is no address. It looks like https://panel.example.com.',
  'not-one-site': 'It must name one site, without wildcards: https://panel.example.com.',
  'not-secure': insecure,
  'more-than-an-origin': 'Only the beginning of the address: nothing may follow the host name.',
};

const addressProblems: Record<AddressProblem, string> = {
  'not-an-address': `This is no address. It looks like ${example}.`,
  'not-one-site':
    'Scheme, host and port must be plain, because the browser is asked for that site.',
  'not-secure': insecure,
  'no-customer': 'It must say with :customer where the customer’s ID stands.',
  'too-long': 'It is longer than 500 characters.',
};

const fixedBy: Record<Exclude<SettingSource, 'agent'>, string> = {
  build: 'Fixed when this extension was built.',
  policy: 'Set by your organization.',
};

export const optionsText = {
  title: 'Customer profile: settings',
  panel: {
    label: 'Address of the panel',
    hint: 'Where your company serves it, such as https://panel.example.com.',
    missing: 'The panel’s address is missing.',
    problems: panelProblems,
  },
  addresses: {
    label: 'Addresses of customers in your desktop',
    hint: `One a line, such as ${example}. “:customer” stands where the ID is. Without any, you paste.`,
    problem: (line: number, problem: AddressProblem) => `Line ${line}: ${addressProblems[problem]}`,
  },
  fixedBy,
  tryOut: {
    label: 'Try a link',
    hint: 'Paste the address of a customer’s page to see whether it is understood.',
    named: (customerId: string) => `Names the customer ${customerId}.`,
    unread: 'Names no customer.',
  },
  save: 'Save',
  saved: 'Saved.',
  savedUnseen: (origins: readonly string[]) =>
    `Saved. But the browser does not show this extension the addresses of ${list.format(origins)}, so it cannot follow your tabs there.`,
  asking: 'Saved. The browser asks you now.',
  failed: 'Not saved: the browser refused to store it. Try again.',
  access: {
    title: 'What the browser shows this extension',
    seen: (origin: string) => `${origin}: the addresses of its tabs`,
    hidden: (origin: string) => `${origin}: nothing yet`,
    none: 'Nothing.',
    allow: 'Allow …',
  },
  hosts: {
    title: 'For whoever runs the panel',
    body: 'The server frames the panel for this extension alone when its HOSTS has:',
  },
};
