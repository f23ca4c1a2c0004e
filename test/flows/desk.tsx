import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect } from 'vitest';
import { createQueryClient } from '#src/app/queryClient.ts';
import { createCustomerApi, type Fetch } from '#src/customer/api.ts';
import { ApiProvider } from '#src/customer/ApiContext.tsx';
import { createDrafts } from '#src/customer/attributes/drafts.ts';
import { DraftsProvider } from '#src/customer/attributes/DraftsContext.ts';
import { CustomerPanel } from '#src/customer/CustomerPanel.tsx';
import { createWorld, type WorldOptions } from '#src/dev/createWorld.ts';

/** Attributes by customer, as JSON texts. A customer's id is the name too. */
type Customers = Record<string, Record<string, string>>;

function profilesOf(customers: Customers): string {
  const profiles = Object.entries(customers).map(([id, attributes]) => {
    const members = Object.entries(attributes).map(
      ([key, json]) => `${JSON.stringify(key)}:${json}`,
    );
    return `{"id":"${id}","name":"${id}","customAttributes":{${members.join(',')}}}`;
  });
  return `[${profiles.join(',')}]`;
}

/** What a host does: it shows the conversation that the agent chooses, and goes along with a merge. */
function Conversations({ ids }: { ids: readonly string[] }) {
  const [id, setId] = useState(ids[0] ?? '');
  return (
    <>
      {ids.map((other) => (
        <button key={other} type="button" onClick={() => setId(other)}>
          Conversation with {other}
        </button>
      ))}
      <CustomerPanel customerId={id} onRedirected={(_from, to) => setId(to)} />
    </>
  );
}

/** An agent before a panel, on the real server and an emulated Gladly; the first customer is open. */
export async function sitDown(customers: Customers, options: WorldOptions = {}) {
  const world = createWorld({
    rateLimit: false,
    profiles: profilesOf(customers),
    clock: { sleep: async () => {}, random: () => 0 },
    ...options,
  });
  const user = userEvent.setup();
  const client = createQueryClient();
  let saved = Promise.resolve();
  let looked = Promise.resolve();
  let isCut = false;

  const heldFetch: Fetch = async (input, init) => {
    const isSave = init?.method === 'PATCH';
    const answer = world.fetch(input, init);
    await Promise.all([answer, isSave ? saved : looked]);
    if (isSave && isCut) throw new TypeError('Failed to fetch');
    return answer;
  };

  render(
    <QueryClientProvider client={client}>
      <ApiProvider value={createCustomerApi(heldFetch, options.clearWithEmptyString)}>
        <DraftsProvider value={createDrafts()}>
          <Conversations ids={Object.keys(customers)} />
        </DraftsProvider>
      </ApiProvider>
    </QueryClientProvider>,
  );
  const first = Object.keys(customers)[0] ?? '';
  await screen.findByRole('heading', { level: 1, name: first });

  const press = async (name: string | RegExp) =>
    user.click(await screen.findByRole('button', { name }));

  return {
    user,
    gladly: world.emulator.control,
    press,
    async turnTo(id: string) {
      await press(`Conversation with ${id}`);
      await screen.findByRole('heading', { level: 1, name: id });
    },
    /** What the panel does by itself every now and then. */
    lookAgain: () => act(() => client.invalidateQueries()),
    async open(key: string): Promise<HTMLElement> {
      await press(`Edit ${key}`);
      return screen.findByLabelText(`Value of ${key}`);
    },
    async write(key: string, text: string): Promise<void> {
      const control = screen.queryByLabelText(`Value of ${key}`) ?? (await this.open(key));
      await user.clear(control);
      await user.click(control);
      await user.paste(text);
    },
    save: () => user.keyboard('{Control>}s{/Control}'),
    /** The answers to saves wait for the returned function. */
    holdAnswers() {
      let release = () => {};
      saved = new Promise<void>((resolve) => {
        release = resolve;
      });
      return release;
    },
    /** A look at the customer, whose answer is on its way until the returned function is called. */
    async beginLook() {
      let release = () => {};
      looked = new Promise<void>((resolve) => {
        release = resolve;
      });
      const before = world.emulator.control.requests.length;
      act(() => void client.invalidateQueries());
      await waitFor(() => expect(world.emulator.control.requests.length).toBeGreaterThan(before));
      looked = Promise.resolve();
      return release;
    },
    /** From now on the connection breaks before the answer to a save arrives. */
    loseAnswers() {
      isCut = true;
    },
    async undo() {
      const [undo] = await screen.findAllByRole('button', { name: /^Undo the save of/ });
      if (!undo) throw new Error('There is nothing to undo.');
      await user.click(undo);
    },
    /** What the page is still to do about answers that have come. */
    async settled() {
      await waitFor(() => expect(client.isFetching()).toBe(0));
      await act(async () => new Promise((resolve) => setImmediate(resolve)));
    },
    /** Whether the answer has come, wherever the agent is by then. */
    answered: () => waitFor(() => expect(client.isMutating()).toBe(0)),
  };
}

export const unsaved = () => screen.queryByRole('region', { name: 'Unsaved changes' });
