import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import {
  answers,
  gladlyAnswers,
  inWorld,
  loadServices,
  servicesOf,
  tellSignedIn,
  withServices,
  type Canvas,
} from '../../.storybook/services.tsx';
import { ApiError, type FailureCode } from './ApiError.ts';
import { CustomerPanel } from './CustomerPanel.tsx';
import { NoCustomer as NoCustomerPanel } from './NoCustomer.tsx';
import { SessionContext } from './SessionContext.ts';

const maya = 'maya-lindqvist-0001';

const meta = {
  title: 'Customer/CustomerPanel',
  component: CustomerPanel,
  args: { customerId: maya, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const name = (canvas: Canvas, text: string | RegExp) =>
  canvas.findByRole('heading', { level: 1, name: text });

const section = async (canvas: Canvas, title: RegExp) =>
  within(await canvas.findByRole('region', { name: title }));

const attributeNames = (canvas: Canvas) =>
  canvas
    .getAllByRole('button', { name: /^Edit / })
    .map((button) => button.getAttribute('data-edit'));

export const FullProfile: Story = {
  async play({ canvas }) {
    await expect(await name(canvas, 'Maya Lindqvist')).toBeVisible();
    await expect(canvas.getByText('Customer since March 2021')).toBeVisible();
    const contact = await section(canvas, /^Contact/);
    await expect(contact.getAllByRole('listitem')[0]).toHaveTextContent(
      /maya\.lindqvist@example\.com/,
    );
    const attributes = await section(canvas, /^Attributes 15/);
    await expect(attributes.getByText('007')).toBeVisible();
    const details = await section(canvas, /^Details/);
    await expect(details.getByText('L-77-0193')).toBeVisible();
  },
};

export const Dark: Story = { ...FullProfile, globals: { theme: 'dark' } };

export const Wide720: Story = {
  parameters: { width: 720 },
  async play({ canvas, canvasElement }) {
    await name(canvas, 'Maya Lindqvist');
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const fits: Play = async ({ canvas, canvasElement }) => {
  await name(canvas, /./);
  await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
};

export const Narrow280: Story = { parameters: { width: 280 }, play: fits };
export const Narrow258: Story = { parameters: { width: 258 }, play: fits };

export const OnlyAnId: Story = {
  args: { customerId: 'only-an-id-0002' },
  async play({ canvas }) {
    await expect(await name(canvas, 'No name')).toBeVisible();
    for (const text of [
      'No creation date',
      'No e-mail address',
      'No phone number',
      'No attributes yet',
      'No address',
      'No external ID',
      'Not known',
      'Never',
    ])
      await expect(await canvas.findByText(text)).toBeVisible();
    await expect(canvas.getByText('only-an-id-0002')).toBeVisible();
  },
};

export const Crowded: Story = {
  args: { customerId: 'crowded-0003' },
  async play({ canvas, userEvent }) {
    await name(canvas, 'Adaeze Okafor');
    const contact = await section(canvas, /^Contact/);
    await expect(contact.getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(contact.getByRole('button', { name: 'Show 34 more' }));
    await expect(contact.getAllByRole('listitem')).toHaveLength(40);
    await expect(contact.getByRole('button', { name: 'Show fewer' })).toHaveFocus();
    await expect(await section(canvas, /^Attributes 300/)).toBeTruthy();
  },
};

/** Axe has seen these three hundred rows in Crowded, and takes seconds for them. */
const axeOff = { a11y: { test: 'off' } };

export const CrowdedNarrow280: Story = {
  args: { customerId: 'crowded-0003' },
  parameters: { width: 280, ...axeOff },
  play: fits,
};

export const CrowdedNarrow258: Story = {
  ...CrowdedNarrow280,
  parameters: { width: 258, ...axeOff },
};

export const Arabic: Story = {
  args: { customerId: 'arabic-0004' },
  async play({ canvas }) {
    await name(canvas, /./);
    const label = canvas.getByText('فئة العضوية');
    const value = canvas.getByText('ذهبية');
    // Each text runs in its own direction, inside a panel that reads from the left.
    await expect(getComputedStyle(label).unicodeBidi).toBe('isolate');
    await expect(getComputedStyle(value).direction).toBe('rtl');
  },
};

export const ArabicNarrow280: Story = { ...Arabic, parameters: { width: 280 }, play: fits };

export const Japanese: Story = {
  args: { customerId: 'japanese-0005' },
  async play({ canvas }) {
    await expect(await name(canvas, '佐藤 美咲')).toBeVisible();
    await expect(canvas.getByText('佐美')).toBeVisible();
    await expect(canvas.getByText('平成元年5月3日')).toBeVisible();
  },
};

export const EveryJson: Story = {
  args: { customerId: 'every-json-0006' },
  async play({ canvas, userEvent }) {
    await name(canvas, 'Robin "Every" O\'Json');
    await userEvent.click(canvas.getByRole('button', { name: /^\d+ empty$/ }));
    const names = attributeNames(canvas);
    await expect(names.slice(0, 9)).toEqual(
      'b 10 2 007 4294967295 __proto__ constructor toString'.split(' ').concat(''),
    );
    for (const exact of ['12345678901234567890', '-0', '1.0', '0.1000', '1E-400'])
      await expect(canvas.getByText(exact)).toBeVisible();
    await expect(canvas.getByText('Empty text')).toBeVisible();
    await expect(canvas.getByText('{{7*7}} ${7*7} %s %d')).toBeVisible();
    // A list item, its long value cut until somebody wants all of it.
    const row = canvas.getByText('long text').closest('li');
    if (!row) throw new Error('The attribute stands in no list item.');
    await userEvent.click(within(row).getByRole('button', { name: 'Show all' }));
    await expect(within(row).getByRole('button', { name: 'Show less' })).toHaveFocus();
    await expect(row).toHaveTextContent(/(A sentence that an agent wrote down\. ){79}/);
  },
};

export const EveryJsonNarrow280: Story = {
  args: { customerId: 'every-json-0006' },
  parameters: { width: 280 },
  play: fits,
};

export const EveryJsonNarrow258: Story = { ...EveryJsonNarrow280, parameters: { width: 258 } };

export const EveryJsonDark: Story = { ...EveryJsonNarrow280, globals: { theme: 'dark' } };

/** Types that nobody documented are shown under their own names. */
export const UnknownEnums: Story = {
  args: { customerId: 'unknown-enums-0008' },
  async play({ canvas }) {
    await name(canvas, 'Uma Unknown');
    await expect(canvas.getByText('Phone · FAX')).toBeVisible();
    await expect(canvas.getByText(/SMS preference MAYBE/)).toBeVisible();
    await expect(canvas.getByText('TELEGRAM')).toBeVisible();
    await expect(canvas.getByText('Unknown channel')).toBeVisible();
    const details = await section(canvas, /^Details/);
    await expect(details.getByText('12345678901234567890')).toBeVisible();
  },
};

export const PartlyBroken: Story = {
  args: { customerId: 'broken-0009' },
  async play({ canvas }) {
    await name(canvas, 'Bruno Broken');
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      /Part of this profile could not be read.*address/,
    );
    await expect(canvas.getByText('silver')).toBeVisible();
  },
};

/** What cannot be read cannot be edited: a save could destroy it. */
export const AttributesBroken: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladly.setField(maya, 'customAttributes', '["not","an","object"]'),
  }),
  async play({ canvas }) {
    await name(canvas, 'Maya Lindqvist');
    const attributes = await section(canvas, /^Attributes 0/);
    await expect(
      attributes.getByText(/could not be read, so they cannot be edited here/),
    ).toBeVisible();
    await expect(attributes.queryByRole('button')).toBeNull();
  },
};

/** The host's part: it shows the survivor from now on. */
function Redirecting(props: ComponentProps<typeof CustomerPanel>) {
  const [customerId, setCustomerId] = useState(props.customerId);
  return (
    <CustomerPanel
      {...props}
      customerId={customerId}
      onRedirected={(from, to) => {
        props.onRedirected(from, to);
        setCustomerId(to);
      }}
    />
  );
}

export const Merged: Story = {
  args: { customerId: 'merged-away-0007' },
  render: (args) => <Redirecting {...args} />,
  async play({ canvas, args }) {
    await name(canvas, 'Maya Lindqvist');
    await expect(await canvas.findByText('Profiles were merged')).toBeVisible();
    await expect(args.onRedirected).toHaveBeenCalledOnce();
    await expect(args.onRedirected).toHaveBeenCalledWith('merged-away-0007', maya);
  },
};

export const MergedDismissed: Story = {
  ...Merged,
  async play({ canvas, userEvent }) {
    await name(canvas, 'Maya Lindqvist');
    await userEvent.click(await canvas.findByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByText('Profiles were merged')).toBeNull();
    await expect(canvas.getByRole('article')).toHaveFocus();
  },
};

export const Loading: Story = {
  parameters: inWorld({ arrange: ({ hold }) => hold(/./) }),
  async play({ canvas }) {
    await expect(await canvas.findByRole('status')).toHaveTextContent('Loading the profile');
    await expect(canvas.queryByRole('article')).toBeNull();
  },
};

export const LoadingDark: Story = { ...Loading, globals: { theme: 'dark' } };

export const WaitingForRateLimit: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '10' }),
  }),
  async play({ canvas }) {
    await expect(await canvas.findByText('Gladly is busy. Trying again by itself…')).toBeVisible();
  },
};

const failsWith =
  (title: string, canTryAgain: boolean): Play =>
  async ({ canvas }) => {
    const alert = await canvas.findByRole('alert');
    await expect(alert).toHaveTextContent(title);
    await expect(within(alert).queryAllByRole('button')).toHaveLength(canTryAgain ? 1 : 0);
    await expect(canvas.queryByRole('article')).toBeNull();
  };

export const NotFound: Story = {
  args: { customerId: 'nobody' },
  play: failsWith('There is no customer with this ID', false),
};

export const Forbidden: Story = {
  parameters: inWorld({ fetch: answers('forbidden') }),
  play: failsWith('You may not see this profile', false),
};

const signedOut = inWorld({ arrange: ({ setSignedOut }) => setSignedOut(true) });

export const SignedOut: Story = {
  parameters: signedOut,
  async play(context) {
    await failsWith('You are not signed in', false)(context);
    await expect(
      context.canvas.getByRole('link', { name: 'Sign in again (opens a window)' }),
    ).toHaveAttribute('href', '/sign-in?popup=page');
  },
};

export const SignedInAgain: Story = {
  parameters: signedOut,
  async play({ canvas, ...context }) {
    (await canvas.findByRole('link', { name: /^Sign in again/ })).focus();
    servicesOf(context).setSignedOut(false);
    tellSignedIn();
    await expect(await name(canvas, 'Maya Lindqvist')).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('article')).toHaveFocus());
  },
};

export const SignedOutMeanwhile: Story = {
  async play({ canvas, ...context }) {
    const { setSignedOut, queryClient } = servicesOf(context);
    await name(canvas, 'Maya Lindqvist');
    setSignedOut(true);
    await queryClient.invalidateQueries();
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      /You are signed out: what is shown may be old/,
    );
    await expect(canvas.getByText('Gold')).toBeVisible();
  },
};

export const SignedOutMeanwhileNarrowDark: Story = {
  ...SignedOutMeanwhile,
  globals: { theme: 'dark' },
  parameters: { width: 280 },
};

export const SignedInAgainMeanwhile: Story = {
  async play(context) {
    await SignedOutMeanwhile.play?.(context);
    servicesOf(context).setSignedOut(false);
    tellSignedIn();
    await waitFor(() => expect(context.canvas.queryByRole('alert')).toBeNull());
  },
};

/** A frame has no cookie: the window hands it a code, good once. */
const frameSession = { signedIn: fn(async (_code: string, _agent: string) => {}) };

export const SignedInAgainInAFrame: Story = {
  parameters: signedOut,
  render: (args) => (
    <SessionContext value={frameSession}>
      <CustomerPanel {...args} />
    </SessionContext>
  ),
  async play({ canvas, ...context }) {
    const link = await canvas.findByRole('link', { name: /^Sign in again/ });
    await expect(link).toHaveAttribute('href', '/sign-in?popup=frame');
    const say = (message: object) => window.postMessage(message, window.location.origin);
    const message = { channel: 'customer-profile', v: 1, method: 'signed-in' };
    say({ ...message, params: {} });
    frameSession.signedIn.mockRejectedValueOnce(new Error('too old'));
    say({ ...message, params: { code: 'first', agent: 'ada' } });
    await expect(await canvas.findByText(/the code of the sign-in was used/)).toBeVisible();
    servicesOf(context).setSignedOut(false);
    say({ ...message, params: { code: 'second', agent: 'ada' } });
    await expect(await name(canvas, 'Maya Lindqvist')).toBeVisible();
    await expect(frameSession.signedIn.mock.calls).toEqual([
      ['first', 'ada'],
      ['second', 'ada'],
    ]);
  },
};

/** As the session of a frame fails whose desktop vouches for its agents. */
const vouchingFails = (code: FailureCode) =>
  inWorld({
    fetch: () => async () => {
      throw new ApiError(code);
    },
  });

export const NotVouched: Story = {
  parameters: vouchingFails('not_vouched'),
  async play(context) {
    await failsWith('Your desktop has not shown who you are', true)(context);
    await expect(context.canvas.getByRole('link', { name: /^Sign in again/ })).toBeVisible();
  },
};

export const VouchingUnavailable: Story = {
  parameters: vouchingFails('vouching_unavailable'),
  play: failsWith('Nobody can check at the moment who you are', true),
};

export const RateLimited: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '0' }),
  }),
  play: failsWith('Gladly is taking no more requests for the moment', true),
};

/** Nobody is left before a skeleton for an hour. */
export const RateLimitedForAnHour: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladlyAnswers(gladly, 429, { 'Retry-After': '3600' }),
  }),
  async play(context) {
    await failsWith('Gladly asks to wait 60 minutes', true)(context);
    await expect(servicesOf(context).gladly.requests).toHaveLength(1);
  },
};

export const Unreachable: Story = {
  parameters: inWorld({ fetch: answers('unreachable') }),
  play: failsWith('The profile could not be fetched', true),
};

export const UpstreamDown: Story = {
  parameters: inWorld({ arrange: ({ gladly }) => gladlyAnswers(gladly, 503) }),
  play: failsWith('Gladly cannot be reached', true),
};

export const UpstreamDownNarrow258Dark: Story = {
  ...UpstreamDown,
  parameters: { ...UpstreamDown.parameters, width: 258 },
  globals: { theme: 'dark' },
};

/** Gladly sent a page instead of a profile. */
export const UpstreamGarbage: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) =>
      gladly.failNext({ kind: 'garbage', body: '<!doctype html>', times: Infinity }),
  }),
  play: failsWith('Gladly cannot be reached', true),
};

/** Something between the panel and its server answered with a page of its own. */
export const Unreadable: Story = {
  parameters: inWorld({ fetch: answers('unreadable') }),
  play: failsWith('The answer could not be read', true),
};

export const ServerFault: Story = {
  parameters: inWorld({ fetch: answers('internal') }),
  play: failsWith('Something went wrong on the server', true),
};

export const TryingAgain: Story = {
  ...UpstreamDown,
  async play({ canvas, userEvent, ...context }) {
    const retry = await canvas.findByRole('button', { name: 'Try again' });
    servicesOf(context).hold(/./);
    await userEvent.click(retry);
    await waitFor(() => expect(retry).toHaveAttribute('aria-disabled', 'true'));
    await expect(retry).toHaveFocus();
  },
};

export const TriedAgain: Story = {
  ...UpstreamDown,
  async play({ canvas, userEvent, ...context }) {
    const retry = await canvas.findByRole('button', { name: 'Try again' });
    servicesOf(context).gladly.clearFaults();
    await userEvent.click(retry);
    await expect(await name(canvas, 'Maya Lindqvist')).toBeVisible();
    await expect(canvas.getByRole('article')).toHaveFocus();
  },
};

export const StaleAfterFailedRefresh: Story = {
  async play({ canvas, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    await name(canvas, 'Maya Lindqvist');
    gladlyAnswers(gladly, 503);
    await queryClient.invalidateQueries();
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      /This may be out of date.*from the last time it could/,
    );
    await expect(canvas.getByText('Gold')).toBeVisible();
  },
};

export const RefreshedAtLast: Story = {
  async play({ canvas, userEvent, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    await name(canvas, 'Maya Lindqvist');
    gladlyAnswers(gladly, 503);
    await queryClient.invalidateQueries();
    const retry = await canvas.findByRole('button', { name: 'Try again' });
    gladly.clearFaults();
    gladly.changeElsewhere(maya, { set: { membershipTier: '"Platinum"' } });
    await userEvent.click(retry);
    await expect(await canvas.findByText('Platinum')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.getByRole('article')).toHaveFocus();
  },
};

export const NoCustomer: Story = {
  render: () => <NoCustomerPanel />,
  async play({ canvas }) {
    await expect(await canvas.findByText('No customer chosen')).toBeVisible();
  },
};

function Switching(props: ComponentProps<typeof CustomerPanel>) {
  const [customerId, setCustomerId] = useState(props.customerId);
  return (
    <>
      <button onClick={() => setCustomerId('cust-daniel-reyes')}>Next conversation</button>
      <CustomerPanel {...props} customerId={customerId} />
    </>
  );
}

/** The first customer's answer comes when the second is already shown: it is dropped. */
export const LateAnswerDropped: Story = {
  // A server that does not notice that nobody waits any more.
  parameters: inWorld({ fetch: (fetch) => (input) => fetch(input) }),
  render: (args) => <Switching {...args} />,
  async play({ canvas, canvasElement, mount, userEvent, ...context }) {
    const { hold, gladly } = servicesOf(context);
    const release = hold(/maya/);
    await mount();
    await userEvent.click(canvas.getByRole('button', { name: 'Next conversation' }));
    await name(canvas, 'Daniel Reyes');
    release();
    await waitFor(() => expect(gladly.requests.at(-1)?.path).toMatch(/maya/));
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('Daniel Reyes');
    await expect(canvasElement).not.toHaveTextContent('Maya');
  },
};
