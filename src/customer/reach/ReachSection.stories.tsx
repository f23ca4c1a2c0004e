import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import type { Customer } from '#src/contract/customer.ts';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import type { Canvas } from '../../../.storybook/services.tsx';
import { contactName, MarksContext, noMarks } from '../marks/MarksContext.ts';
import '../panel.css';
import '../profile/profile.css';
import { LinksContext } from './LinksContext.ts';
import { ReachSection } from './ReachSection.tsx';

const meta = {
  title: 'Customer/Reach/ReachSection',
  component: ReachSection,
  args: {
    customer: {
      id: 'maya',
      name: 'Maya Lindqvist',
      emails: [
        { original: 'm.lindqvist+orders@example.com' },
        {
          original: 'Maya.Lindqvist@example.com',
          normalized: 'maya.lindqvist@example.com',
          primary: true,
        },
      ],
      phones: [
        {
          original: '+81 90 1234 5678',
          normalized: '+819012345678',
          type: 'MOBILE',
          regionCode: 'JP',
          smsPreference: 'ON',
          primary: true,
        },
        {
          original: '(212) 555-0142',
          normalized: '+12125550142',
          type: 'WORK',
          extension: '4021',
          regionCode: 'US',
          smsPreference: 'FORBIDDEN',
        },
      ],
      channels: [
        { type: 'EMAIL', address: 'maya.lindqvist@example.com' },
        { type: 'CHAT', address: 'maya.lindqvist@example.com' },
        { type: 'VOICE', address: '+819012345678' },
        { type: 'SMS', address: '+819012345678' },
        { type: 'WHATSAPP', address: '+819012345678' },
        { type: 'FACEBOOK', address: 'maya.lindqvist' },
        { type: 'INSTAGRAM', address: '@maya' },
      ],
    },
  },
  decorators: [
    (Story) => (
      <div className="panel">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ReachSection>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** What comes when the page is idle has come. */
const whenInsightful = (canvas: Canvas) =>
  canvas.findByRole('button', { name: 'Copy all as text' });

const labelsOf = (canvas: Canvas) =>
  canvas.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent);

const fits: Play = async ({ canvas, canvasElement }) => {
  await whenInsightful(canvas);
  await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
};

/** An attribute that names a zone where it is that hour now, whenever the story is played. */
function zoneWhereItIs(hour: number) {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // The signs of these zones are the other way round (IANA, etcetera).
  const zone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  return { key: 'time zone', json: JSON.stringify(zone) };
}

const mobile: Customer = {
  id: 'maya',
  phones: [{ normalized: '+819012345678', type: 'MOBILE', smsPreference: 'ON' }],
};

export const OneLineForEach: Story = {
  async play({ canvas }) {
    await whenInsightful(canvas);
    await expect(labelsOf(canvas)).toEqual([
      'EmailPrimary',
      'MobilePrimary',
      'Email',
      'Work phone',
      'Facebook',
      'Instagram',
    ]);
    const [email, first, , work] = canvas.getAllByRole('listitem');
    await expect(email).not.toHaveTextContent('Entered as');
    await expect(canvas.getByTitle('Entered as Maya.Lindqvist@example.com')).toHaveTextContent(
      'maya.lindqvist@example.com',
    );
    await expect(first).toHaveTextContent(/\+81 90 1234 5678.*SMS allowed · WhatsApp.*there/);
    await expect(work).toHaveTextContent(/Extension 4021 · SMS forbidden/);
    const links = canvas.getAllByRole('link').map((link) => link.getAttribute('href'));
    await expect(links).toEqual([
      'mailto:maya.lindqvist@example.com',
      'tel:+819012345678',
      'sms:+819012345678',
      'https://wa.me/819012345678',
      'mailto:m.lindqvist%2Borders@example.com',
      'tel:+12125550142;ext=4021',
    ]);
    for (const link of canvas.getAllByRole('link')) {
      const { width, height } = link.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  },
};

export const Dark: Story = { ...OneLineForEach, globals: { theme: 'dark' } };
export const Narrow258: Story = { parameters: { width: 258 }, play: fits };
export const Wide720: Story = { parameters: { width: 720 }, play: fits };

export const Daytime: Story = {
  args: { customer: { ...mobile, customAttributes: [zoneWhereItIs(14)] } },
  async play({ canvas }) {
    await whenInsightful(canvas);
    await expect(canvas.getByText(/there$/)).toBeVisible();
    await expect(canvas.queryByText(/Quiet/)).toBeNull();
    await expect(canvas.getByRole('link', { name: 'Call +81 90 1234 5678' })).toBeVisible();
  },
};

/** A caution, not a block: the links are there. */
export const QuietHours: Story = {
  args: { customer: { ...mobile, customAttributes: [zoneWhereItIs(2)] } },
  async play({ canvas, userEvent }) {
    await whenInsightful(canvas);
    for (const name of ['Call', 'Text'])
      await expect(
        canvas.getByRole('link', { name: `${name} +81 90 1234 5678: quiet hours there` }),
      ).toBeVisible();
    const why = canvas.getByText(/From the attribute time zone: Etc/);
    await expect(why).not.toBeVisible();
    await userEvent.click(canvas.getByText(/there$/));
    await expect(why).toBeVisible();
    await expect(why).toHaveTextContent(/before 8:00 and from 21:00/);
  },
};

export const QuietHoursDark: Story = { ...QuietHours, globals: { theme: 'dark' } };

/** A country with several zones has a range of times. */
export const LocalTimes: Story = {
  args: {
    customer: {
      id: 'maya',
      phones: [{ original: '(212) 555-0142', normalized: '+12125550142', regionCode: 'US' }],
    },
  },
  async play({ canvas, userEvent }) {
    await whenInsightful(canvas);
    await userEvent.click(canvas.getByText(/\d:\d\d.*–.*\d:\d\d.*there$/));
    const why = canvas.getByText(/From the number \(\+1\): United States/);
    await expect(why).toBeVisible();
    await expect(why).toHaveTextContent(
      /It may be any of [67] local times now.*Entered as \(212\) 555-0142\. Region US\./,
    );
  },
};

export const LocalTimesNarrow258Dark: Story = {
  ...LocalTimes,
  parameters: { width: 258 },
  globals: { theme: 'dark' },
};

/** Everything that is remarkable, on request. */
export const Hints: Story = {
  args: {
    customer: {
      id: 'maya',
      emails: [{ original: 'maya@gmial.com' }, { original: 'maja@example.com' }],
      phones: [
        { original: '650 123 4567', normalized: '+16501234567' },
        { original: '+4477', normalized: '+4477', regionCode: 'GB', primary: true },
      ],
    },
  },
  async play({ canvas, userEvent }) {
    const button = await canvas.findByRole('button', { name: '4 hints', expanded: false });
    await expect(canvas.getByText(/may be a typing error for gmail\.com/)).not.toBeVisible();
    await expect(canvas.getAllByText('See the hints')).toHaveLength(3);
    await userEvent.click(button);
    for (const what of [
      /may be a typing error for gmail\.com/,
      /without a region, and so read as a US number/,
      /too short for its country/,
      /None of the e-mail addresses is marked as primary/,
    ])
      await expect(canvas.getByText(what)).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  },
};

export const HintsNarrow258Dark: Story = {
  ...Hints,
  parameters: { width: 258 },
  globals: { theme: 'dark' },
};

export const BrandLinks: Story = {
  decorators: [
    (Story) => (
      <LinksContext
        value={JSON.stringify([
          { label: 'Open in shop', url: 'https://shop.example/?q={email}', for: 'email' },
          { label: 'Calls', url: 'https://calls.example/{phone}', for: 'phone' },
          { label: 'Orders', url: 'https://shop.example/{id}/orders', for: 'customer' },
          { label: 'Loyalty', url: 'https://shop.example/{externalId}', for: 'customer' },
        ])}
      >
        <Story />
      </LinksContext>
    ),
  ],
  parameters: { width: 258 },
  async play({ canvas, canvasElement }) {
    const link = await canvas.findByRole('link', {
      name: 'Open in shop maya.lindqvist@example.com',
    });
    await expect(link).toHaveAttribute(
      'href',
      'https://shop.example/?q=maya.lindqvist%40example.com',
    );
    await expect(link).toHaveAttribute('rel', 'noreferrer');
    await expect(canvas.getAllByRole('link', { name: /^Calls/ })[0]).toHaveAttribute(
      'href',
      'https://calls.example/%2B819012345678',
    );
    await expect(canvas.getByRole('link', { name: 'Orders' })).toBeVisible();
    // This customer has no external ID.
    await expect(canvas.queryByRole('link', { name: 'Loyalty' })).toBeNull();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const CopyAll: Story = {
  async play({ canvas, userEvent }) {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await whenInsightful(canvas));
    await expect(await canvas.findByText('Copied')).toHaveAttribute('aria-live', 'polite');
    await expect(write.mock.calls[0]?.[0]).toMatch(
      /^Maya Lindqvist\nEmail \(primary\): maya.*\nMobile \(primary\): \+81 90 1234 5678\n/,
    );
  },
};

/** The words of a refused clipboard have room beside the value, also where it is narrow. */
export const CopyRefused: Story = {
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Not allowed'));
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Copy phone number +819012345678' }),
    );
    await expect(await canvas.findByText(/Not copied: the browser refused/)).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    const all = canvas.getByRole('button', { name: 'Copy all as text' });
    await userEvent.click(all);
    const said = await canvas.findByText(/Not copied: the browser refused/);
    await expect(all.parentElement).toContainElement(said);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const None: Story = {
  args: { customer: { id: 'nobody' } },
  async play({ canvas }) {
    await expect(canvas.getByText('No e-mail address')).toBeVisible();
    await expect(canvas.getByText('No phone number')).toBeVisible();
    await expect(canvas.queryByRole('listitem')).toBeNull();
  },
};

/** Gladly sent entries with nothing in them. */
export const WithoutValue: Story = {
  args: {
    customer: {
      id: 'maya',
      emails: [{}],
      phones: [{ type: 'PAGER' }],
      channels: [{ type: 'CHAT' }, {}],
    },
  },
  async play({ canvas }) {
    await whenInsightful(canvas);
    await expect(canvas.getAllByText('No address or number was sent')).toHaveLength(4);
    await expect(labelsOf(canvas)).toEqual(['Email', 'Phone · PAGER', 'Chat', 'Unknown channel']);
    await expect(canvas.getByText('Unknown type')).toBeVisible();
    await expect(canvas.getAllByRole('button')).toHaveLength(1);
  },
};

export const UnknownAndUnmatched: Story = {
  args: {
    customer: {
      id: 'maya',
      channels: [
        { type: 'TELEGRAM', address: '@maya' },
        { type: 'VOICE', address: '+819012345678' },
        { type: 'SMS', address: '+81 90 1234 5678' },
      ],
    },
  },
  async play({ canvas }) {
    await whenInsightful(canvas);
    await expect(labelsOf(canvas)).toEqual(['TELEGRAM', 'Voice · SMS']);
    await expect(canvas.getByText('Unknown channel')).toBeVisible();
    await expect(canvas.getByText('Matches no contact point')).toBeVisible();
    await expect(canvas.getByRole('link', { name: /^Text \+81 90 1234 5678/ })).toBeVisible();
  },
};

export const Derived: Story = {
  args: {
    customer: {
      id: 'maya',
      phones: [{ normalized: '+819012345678', smsPreference: 'OFF' }],
      channels: [{ type: 'VOICE', address: '+819012345678', derived: true }],
    },
  },
  async play({ canvas }) {
    await expect(canvas.getByText(/^Channels are worked out/)).toBeVisible();
    await whenInsightful(canvas);
    await expect(
      canvas.getByRole('link', {
        name: /^Call \+81 90 1234 5678.*\(worked out, not sent by Gladly\)$/,
      }),
    ).toBeVisible();
    await expect(
      canvas.getByRole('link', { name: /^Text \+81 90 1234 5678: SMS is off/ }),
    ).toBeVisible();
  },
};

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    original: `maya.${index}@example.com`,
    ...(index === count - 1 && { primary: true }),
  }));

export const ShowMore: Story = {
  args: { customer: { id: 'maya', emails: many(9) } },
  async play({ canvas, userEvent }) {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6);
    await expect(canvas.getAllByRole('listitem')[0]).toHaveTextContent('maya.8@example.com');
    const more = canvas.getByRole('button', { name: 'Show 3 more', expanded: false });
    await userEvent.click(more);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(9);
    await expect(canvas.getByRole('button', { name: 'Show fewer', expanded: true })).toHaveFocus();
  },
};

/** One more line is shorter than a button that hides it. */
export const SevenAreShown: Story = {
  args: { customer: { id: 'maya', emails: many(7) } },
  async play({ canvas }) {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(7);
    await expect(canvas.queryByRole('button', { name: /^Show/ })).toBeNull();
  },
};

/** Every mark at once, in the one line that there is for them. */
export const MarkedNarrow258: Story = {
  parameters: { width: 258 },
  args: {
    customer: {
      id: 'maya',
      phones: [
        { normalized: '+4477', type: 'HOME', primary: true },
        { normalized: '+81345678901' },
      ],
      emails: [
        { original: `${'long.'.repeat(30)}name@correspondence.example` },
        { original: 'ليلى@مثال.example', primary: true },
      ],
    },
  },
  decorators: [
    (Story) => (
      <MarksContext value={{ ...noMarks, hasChanged: (name) => name === contactName('+4477') }}>
        <Story />
      </MarksContext>
    ),
  ],
  async play({ canvas, canvasElement }) {
    await whenInsightful(canvas);
    const label = canvas.getByText('Changed').parentElement;
    await expect(label).toHaveTextContent(/Home phonePrimaryChangedSee the hints/);
    await expect(label?.getBoundingClientRect().height).toBeLessThan(24);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
