import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQueryClient } from '#src/app/queryClient.ts';
import { createCustomerApi } from '#src/customer/api.ts';
import { ApiProvider } from '#src/customer/ApiContext.tsx';
import { createDrafts } from '#src/customer/attributes/drafts.ts';
import { DraftsProvider } from '#src/customer/attributes/DraftsContext.ts';
import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { createWorld } from '#src/dev/createWorld.ts';

const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', '', '10', '2', '007', 'a.b', 'x[0]', ' spaced '),
);
const json = fc.oneof(
  fc.json({ maxDepth: 3, noUnicodeString: false }),
  fc.constantFrom('12345678901234567890', '1.0', '-0', '1e21', '"\\ud800"', '"a\\r\\nb"', 'null'),
);
const others = fc.uniqueArray(fc.tuple(key, json), {
  selector: ([name]) => name,
  maxLength: 6,
});

const edited = 'edited here';

function show(customAttributes: 'replace' | 'merge', list: [string, string][]) {
  const members = list.map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  const world = createWorld({
    rateLimit: false,
    customAttributes,
    profiles: `[{"id":"somebody","customAttributes":{${members.join(',')}}}]`,
  });
  const view = render(
    <QueryClientProvider client={createQueryClient()}>
      <ApiProvider value={createCustomerApi(world.fetch)}>
        <DraftsProvider value={createDrafts()}>
          <CustomerPanel customerId="somebody" onRedirected={() => {}} />
        </DraftsProvider>
      </ApiProvider>
    </QueryClientProvider>,
  );
  return { attributes: () => world.emulator.control.attributes('somebody'), view };
}

it.each(['replace', 'merge'] as const)(
  'carries any attributes from Gladly to the page and back while another is edited (%s)',
  async (mode) => {
    await fc.assert(
      fc.asyncProperty(others, fc.nat(), async (list, at) => {
        fc.pre(list.every(([name]) => name !== edited));
        const place = at % (list.length + 1);
        const before = list.toSpliced(place, 0, [edited, '"before"']);
        const { attributes, view } = show(mode, before);
        const user = userEvent.setup();
        const section = await screen.findByRole('region', { name: /^Attributes/ });
        // Every number stands there to the digit.
        for (const [, text] of list.filter(([, value]) => /^-?\d/.test(value)))
          expect(within(section).getAllByText(text)).not.toHaveLength(0);

        await user.click(await screen.findByRole('button', { name: `Edit ${edited}` }));
        await user.type(await screen.findByLabelText(`Value of ${edited}`), ' and after');
        await user.keyboard('{Control>}s{/Control}');
        await screen.findByText('1 attribute saved');
        const expected = before.map(([name, text]) =>
          name === edited ? [name, '"before and after"'] : [name, text],
        );
        await waitFor(() => expect(attributes()).toEqual(expected));
        view.unmount();
      }),
      { numRuns: 20 },
    );
  },
  120_000,
);
