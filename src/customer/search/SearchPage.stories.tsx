import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import {
  answers,
  gladlyAnswers,
  inWorld,
  loadServices,
  servicesOf,
  tellSignedIn,
  withServices,
  type Canvas,
  type UserEvent,
} from '../../../.storybook/services.tsx';
import { createSearchMemory } from './searchMemory.ts';
import { SearchPage, type SearchPageProps } from './SearchPage.tsx';

function Search({ memory, ...rest }: SearchPageProps) {
  // A story that is played again begins with an empty search again.
  const [own] = useState(() => {
    const fresh = createSearchMemory();
    fresh.set(memory.get());
    return fresh;
  });
  return <SearchPage {...rest} memory={own} />;
}

const meta = {
  title: 'Pages/Search',
  component: SearchPage,
  args: { memory: createSearchMemory(), onOpen: fn() },
  render: (args) => <Search {...args} />,
  loaders: [loadServices],
  decorators: [
    (Story) => (
      <main>
        <Story />
      </main>
    ),
    withServices,
  ],
} satisfies Meta<typeof SearchPage>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const maya = 'maya-lindqvist-0001';

async function search(canvas: Canvas, userEvent: UserEvent, text: string) {
  const input = canvas.getByRole('searchbox', { name: 'Customer to find' });
  await userEvent.clear(input);
  await userEvent.click(input);
  if (text !== '') await userEvent.paste(text);
  await userEvent.keyboard('{Enter}');
}

/** The line that says what came of the search. */
const says = (canvas: Canvas, text: string | RegExp) =>
  waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(text));

const found = async (canvas: Canvas) =>
  within(await canvas.findByRole('list', { name: 'Customers found' })).getAllByRole('link');

export const Idle: Story = {
  async play({ canvas }) {
    const input = canvas.getByRole('searchbox', { name: 'Customer to find' });
    await expect(input).toHaveFocus();
    await expect(input).toHaveAccessibleDescription(/^Paste an e-mail address/);
    await expect(canvas.getByRole('heading', { name: 'What can be searched' })).toBeVisible();
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement();
  },
};

export const IdleDark: Story = { ...Idle, globals: { theme: 'dark' } };

export const IdleNarrow258: Story = {
  parameters: { width: 258 },
  async play({ canvasElement }) {
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const refuses =
  (text: string, why: RegExp): Play =>
  async ({ canvas, userEvent, ...context }) => {
    await search(canvas, userEvent, text);
    await says(canvas, why);
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
    await expect(servicesOf(context).gladly.requests).toEqual([]);
  };

export const NothingToSearch: Story = { play: refuses('', /^Nothing to search for yet/) };
export const NotUnderstoodName: Story = {
  play: refuses('Maya Lindqvist', /looks like a name or a sentence.*cannot search by name/),
};
export const NotUnderstoodPhone: Story = {
  play: refuses('(415) 555', /too few or too many digits/),
};
export const NotUnderstoodAddress: Story = {
  play: refuses('https://example.com/', /web address without a customer/),
};
export const NotUnderstoodLength: Story = { play: refuses('x'.repeat(1_001), /too long/) };

export const Searching: Story = {
  parameters: inWorld({ arrange: ({ hold }) => hold(/./) }),
  async play({ canvas, canvasElement, userEvent }) {
    await search(canvas, userEvent, 'maya@example.org');
    await says(canvas, /^Searching….*E-mail address maya@example\.org/);
    await expect(canvasElement.querySelector('.skeleton')).toBeVisible();
    await expect(canvas.queryByRole('heading', { name: 'What can be searched' })).toBeNull();
  },
};

export const WaitingForRateLimit: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '10' }),
  }),
  async play({ canvas, userEvent }) {
    await search(canvas, userEvent, 'maya@example.org');
    await says(canvas, /Gladly is busy\. Trying again by itself…/);
  },
};

export const None: Story = {
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, 'nobody@example.com');
    await says(canvas, /^No customer found\.Searched:E-mail address nobody@example\.com/);
    await expect(canvas.queryByRole('list', { name: 'Customers found' })).toBeNull();
    await expect(args.onOpen).not.toHaveBeenCalled();
  },
};

export const NoneByExternalId: Story = {
  async play({ canvas, userEvent }) {
    await search(canvas, userEvent, 'CUST-99999');
    await says(canvas, /only where an older Lookup connection has linked them/);
  },
};

export const NoneByName: Story = {
  async play({ canvas, userEvent }) {
    await search(canvas, userEvent, 'Maya');
    await says(canvas, /If this is a name: Gladly cannot search by name\.$/);
  },
};

/** The agent need not press twice for the only one. */
export const OneOpens: Story = {
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, 'Maya Lindqvist <MAYA@example.org>');
    await waitFor(() => expect(args.onOpen).toHaveBeenCalledWith(maya));
    await says(canvas, /^1 customer found\./);
    const [link] = await found(canvas);
    await expect(link).toHaveAccessibleName('Maya Lindqvist');
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};

export const OneMerged: Story = {
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, 'merged-away-0007');
    await waitFor(() => expect(args.onOpen).toHaveBeenCalledWith(maya));
    await expect(
      await canvas.findByText('merged-away-0007 was merged into this customer'),
    ).toBeVisible();
  },
};

const several: Play = async ({ args, canvas, canvasElement, userEvent }) => {
  await search(canvas, userEvent, '+1 415 555 0133');
  await says(canvas, /^2 customers found\./);
  const links = await found(canvas);
  await expect(links.map(({ textContent }) => textContent).toSorted()).toEqual([
    'Noor Haddad',
    'Samir Haddad',
  ]);
  await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  await expect(args.onOpen).not.toHaveBeenCalled();
};

export const Several: Story = { play: several };
export const SeveralDark: Story = { play: several, globals: { theme: 'dark' } };
export const SeveralNarrow258: Story = { play: several, parameters: { width: 258 } };

export const OneOfSeveralOpened: Story = {
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, '+1 415 555 0133');
    await userEvent.click(await canvas.findByRole('link', { name: 'Samir Haddad' }));
    await expect(args.onOpen).toHaveBeenCalledWith('shared-line-0010b');
  },
};

const isCovered = (element: HTMLElement) => {
  const { color, visibility } = getComputedStyle(element);
  return visibility === 'hidden' || color === 'rgba(0, 0, 0, 0)';
};

/** Personal data is on the screen here too: covered, shown for a moment on request, and shown again. */
export const Masked: Story = {
  async play({ canvas, userEvent }) {
    await search(canvas, userEvent, '+1 415 555 0133');
    const [first, second] = await found(canvas);
    if (!first || !second) throw new Error('There should be two.');
    const hide = canvas.getByRole('button', { name: 'Hide personal data' });
    await userEvent.click(hide);
    await expect(hide).toHaveAttribute('aria-pressed', 'true');
    const texts = [first, second, ...canvas.getAllByText(/415.*555.*0133/)];
    for (const text of texts) await expect(isCovered(text)).toBe(true);
    await expect(first).toHaveAccessibleName(/Haddad$/);
    first.focus();
    await userEvent.keyboard('r');
    await expect(isCovered(first)).toBe(false);
    await expect(isCovered(second)).toBe(true);
    window.dispatchEvent(new Event('blur'));
    await expect(isCovered(first)).toBe(true);
    await userEvent.keyboard('m');
    for (const text of texts) await expect(isCovered(text)).toBe(false);
  },
};

/** Gladly lists no more than fifty. */
export const MayBeMore: Story = {
  parameters: inWorld({
    world: {
      profiles: JSON.stringify(
        Array.from({ length: 60 }, (_, index) => ({
          id: `caller-${index}`,
          name: `Caller ${index}`,
          phones: [{ original: '+1 415 555 0133', normalized: '+14155550133', type: 'HOME' }],
        })),
      ),
    },
  }),
  async play({ canvas, userEvent }) {
    await search(canvas, userEvent, '+1 415 555 0133');
    await says(canvas, /^50 customers found\..*there may be more/);
    await expect(await found(canvas)).toHaveLength(50);
  },
};

/** Everything that a result can be made of: many addresses, no name, very long ones. */
export const OddResults: Story = {
  parameters: {
    width: 258,
    ...inWorld({
      world: {
        profiles: JSON.stringify([
          {
            id: 'long',
            name: 'Wilhelmina Anneliese Featherstonehaugh-Cholmondeley von Hohenstaufen-Württemberg',
            phones: [{ original: '+1 415 555 0133', normalized: '+14155550133', type: 'HOME' }],
            emails: Array.from({ length: 6 }, (_, index) => ({
              original: `wilhelmina.featherstonehaugh.${index}@correspondence.example.com`,
            })),
          },
          {
            id: 'nameless',
            phones: [{ original: '+1 415 555 0133', normalized: '+14155550133', type: 'HOME' }],
          },
        ]),
      },
    }),
  },
  async play({ canvas, canvasElement, userEvent }) {
    await search(canvas, userEvent, '+1 415 555 0133');
    await expect(await canvas.findByRole('link', { name: '+1 415 555 0133' })).toBeVisible();
    await expect(canvas.getByText('and 3 more')).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const failure =
  (title: RegExp): Play =>
  async ({ args, canvas, userEvent }) => {
    await search(canvas, userEvent, 'maya@example.org');
    const alert = await canvas.findByRole('alert');
    await expect(alert).toHaveTextContent(title);
    await expect(canvas.getByRole('status')).toHaveTextContent(
      /^No customer found so far: not everything could be searched\./,
    );
    await expect(args.onOpen).not.toHaveBeenCalled();
  };

export const FailedUpstream: Story = {
  parameters: inWorld({ arrange: ({ gladly }) => gladlyAnswers(gladly, 503) }),
  play: failure(/maya@example\.org was not searched: Gladly did not answer/),
};

export const FailedUpstreamDark: Story = { ...FailedUpstream, globals: { theme: 'dark' } };

export const FailedRateLimited: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '0' }),
  }),
  play: failure(/was not searched: Gladly is busy/),
};

export const FailedForAnHour: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '3600' }),
  }),
  play: failure(/was not searched: Gladly is busy.*Gladly asks to wait 60 minutes/),
};

export const FailedRefused: Story = {
  parameters: inWorld({ arrange: ({ gladly }) => gladlyAnswers(gladly, 400) }),
  play: failure(/was refused by Gladly/),
};

export const FailedUnreachable: Story = {
  parameters: inWorld({ fetch: answers('unreachable') }),
  play: failure(/was not searched: no connection/),
};

export const FailedUnreadable: Story = {
  parameters: inWorld({ fetch: answers('unreadable') }),
  play: failure(/could not be searched.*could not be read/),
};

export const FailedUnauthenticated: Story = {
  parameters: inWorld({ fetch: answers('unauthenticated') }),
  play: failure(/was not searched: you are signed out/),
};

export const SignedInAgain: Story = {
  parameters: inWorld({ arrange: ({ setSignedOut }) => setSignedOut(true) }),
  async play(context) {
    await failure(/was not searched: you are signed out/)(context);
    servicesOf(context).setSignedOut(false);
    tellSignedIn();
    await waitFor(() => expect(context.canvas.queryByRole('alert')).toBeNull());
  },
};

export const FailedForbidden: Story = {
  parameters: inWorld({ fetch: answers('forbidden') }),
  play: failure(/was not searched: not allowed/),
};

export const FailedInternal: Story = {
  parameters: inWorld({ fetch: answers('internal') }),
  play: failure(/could not be searched.*went wrong on the server/),
};

export const TriedAgain: Story = {
  ...FailedUpstream,
  async play({ canvas, userEvent, ...context }) {
    await search(canvas, userEvent, 'maya@example.org');
    const retry = await canvas.findByRole('button', { name: 'Try again' });
    servicesOf(context).gladly.clearFaults();
    await userEvent.click(retry);
    await says(canvas, /^1 customer found\./);
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
  },
};

/** One reading of the text could be searched and another could not: it does not open by itself. */
export const PartialFailure: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) =>
      gladly.failNext({ kind: 'status', status: 503, path: /externalCustomerId/, times: Infinity }),
  }),
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, maya);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      /External customer ID maya-lindqvist-0001 was not searched/,
    );
    await says(canvas, /^1 customer found\. Not everything could be searched\./);
    await expect(await found(canvas)).toHaveLength(1);
    await expect(args.onOpen).not.toHaveBeenCalled();
  },
};

export const PartlyWaiting: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) =>
      gladly.failNext({
        kind: 'status',
        status: 429,
        headers: { 'Retry-After': '10' },
        path: /externalCustomerId/,
        times: Infinity,
      }),
  }),
  async play({ args, canvas, userEvent }) {
    await search(canvas, userEvent, maya);
    await says(canvas, /^1 customer found so far\. Gladly is busy/);
    await expect(await found(canvas)).toHaveLength(1);
    await expect(args.onOpen).not.toHaveBeenCalled();
  },
};

function phonesUnread() {
  const memory = createSearchMemory();
  memory.set({
    text: '415 555 0133',
    submitted: {
      text: '415 555 0133',
      phonesUnread: true,
      interpretations: [{ by: 'externalCustomerId', value: '415 555 0133' }],
    },
  });
  return memory;
}

/** The part of the page that reads numbers did not load. */
export const PhonesUnread: Story = {
  args: { memory: phonesUnread() },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      /Phone numbers are read only with a \+ at the moment/,
    );
    await says(canvas, /^No customer found/);
  },
};
