import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWorld, type WorldOptions } from '#src/dev/createWorld.ts';
import { createCustomerApi } from '../api.ts';
import { ApiProvider } from '../ApiContext.tsx';
import { createSearchMemory } from './searchMemory.ts';
import { SearchPage } from './SearchPage.tsx';
import { searchText } from './searchText.ts';

const clock = { sleep: async () => {}, random: () => 0 };
const client = new QueryClient();

afterEach(() => client.clear());

/** The standalone page in miniature: the search, or the customer that it opened. */
function Page({ onOpen }: { onOpen: (id: string) => void }) {
  const [memory] = useState(createSearchMemory);
  const [opened, setOpened] = useState<string>();
  function open(id: string) {
    onOpen(id);
    setOpened(id);
  }
  return opened === undefined ? (
    <SearchPage memory={memory} onOpen={open} />
  ) : (
    <button onClick={() => setOpened(undefined)}>Back from {opened}</button>
  );
}

function start(options: WorldOptions = {}) {
  const world = createWorld({ clock, rateLimit: false, ...options });
  const onOpen = vi.fn<(id: string) => void>();
  const user = userEvent.setup();
  render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ApiProvider value={createCustomerApi(world.fetch)}>
          <Page onOpen={onOpen} />
        </ApiProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  const input = () => screen.getByRole('searchbox', { name: 'Customer to find' });
  async function search(text: string) {
    await user.clear(input());
    if (text !== '') {
      await user.click(input());
      await user.paste(text);
    }
    await user.keyboard('{Enter}');
  }
  const asked = () =>
    world.emulator.control.requests.map(({ path }) =>
      decodeURIComponent(path.slice('/api/v1/customer-profiles'.length)),
    );
  return { world, onOpen, user, input, search, asked };
}

const status = () => screen.getByRole('status');
const opened = (id: string) => screen.findByRole('button', { name: `Back from ${id}` });
const results = async () =>
  within(await screen.findByRole('list', { name: 'Customers found' })).getAllByRole('link');

describe('before a search', () => {
  test('says what can be pasted, and has the focus', () => {
    const { input, asked } = start();
    expect(screen.getByRole('search')).toBeVisible();
    expect(input()).toHaveFocus();
    expect(input()).toHaveAccessibleDescription(/e-mail address, a phone number/);
    expect(screen.getByRole('heading', { name: 'What can be searched' })).toBeVisible();
    expect(status()).toBeEmptyDOMElement();
    expect(asked()).toEqual([]);
  });

  test.each([
    ['', /Nothing to search for yet/],
    ['Maya Lindqvist', /cannot search by name.*e-mail address, a phone number/],
    ['(415) 555', /looks like a phone number/],
    ['https://example.com/', /web address/],
  ])('"%s" asks nobody and says why', async (text, why) => {
    const { search, asked, input } = start();
    await search(text);
    await vi.waitFor(() => expect(status()).toHaveTextContent(why));
    expect(input()).toHaveFocus();
    expect(asked()).toEqual([]);
  });
});

test.each(searchText.examples.flatMap(({ such }) => such))(
  'the example "%s" finds somebody in the demo',
  async (example) => {
    const { search, onOpen } = start();
    await search(example);
    await vi.waitFor(() => {
      const found = screen.queryAllByRole('list', { name: 'Customers found' });
      expect(found.length + onOpen.mock.calls.length).toBeGreaterThan(0);
    });
  },
);

describe('one customer', () => {
  test.each([
    ['Maya Lindqvist <MAYA@example.org>', ['?email=maya@example.org']],
    ['http://127.0.0.1:4173/?customer=maya-lindqvist-0001', ['/maya-lindqvist-0001']],
    ['maya-lindqvist-0001', ['/maya-lindqvist-0001', '?externalCustomerId=maya-lindqvist-0001']],
    ['0044 7700 900123', ['?phoneNumber=+447700900123']],
  ])('%s opens it at once', async (text, paths) => {
    const { search, asked, onOpen } = start();
    await search(text);
    await opened('maya-lindqvist-0001');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('maya-lindqvist-0001');
    expect(asked().toSorted()).toEqual(paths.toSorted());
  });

  test('coming back shows the list and asks nobody; a new submit opens again', async () => {
    const { search, asked, onOpen, user, input } = start();
    await search('maya-lindqvist-0001');
    await user.click(await opened('maya-lindqvist-0001'));
    expect(status()).toHaveTextContent('1 customer found.');
    const [link] = await results();
    expect(link).toHaveAccessibleName('Maya Lindqvist');
    expect(input()).toHaveValue('maya-lindqvist-0001');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(asked()).toHaveLength(2);
    await search('maya-lindqvist-0001');
    await opened('maya-lindqvist-0001');
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  test('a merged id opens the survivor, and says so afterwards', async () => {
    const { search, user } = start();
    await search('merged-away-0007');
    await user.click(await opened('maya-lindqvist-0001'));
    const [link] = await results();
    expect(link).toHaveAccessibleDescription(/merged-away-0007 was merged into this customer/);
  });
});

describe('several customers', () => {
  test('are listed with what identifies them', async () => {
    const { search, onOpen } = start();
    await search('4155550133');
    const links = await results();
    expect(status()).toHaveTextContent(
      '2 customers found.Searched:Phone number +1 415 555 0133, read as a number of the United StatesExternal customer ID 4155550133Gladly ID 4155550133',
    );
    // Gladly's order: the latest changed first.
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/?customer=shared-line-0010b',
      '/?customer=shared-line-0010a',
    ]);
    for (const link of links)
      expect(link).toHaveAccessibleDescription(
        /shared\.[ab]@example\.com.*\(415\) 555-0133.*shared-line-0010[ab].*Found by: Phone number \+1 415 555 0133/s,
      );
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('open by keyboard; a click with a modifier is left to the browser', async () => {
    const { search, onOpen, user, input } = start();
    await search('(415) 555-0133 x12');
    const [first] = await results();
    expect(status()).toHaveTextContent('without extension 12');
    // jsdom cannot follow links and would print that; the browser's part is not what is tested.
    const seen: boolean[] = [];
    const stop = (event: Event) => {
      seen.push(event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('click', stop);
    await user.keyboard('{Control>}');
    if (first) await user.click(first);
    await user.keyboard('{/Control}');
    window.removeEventListener('click', stop);
    expect(seen).toEqual([false]);
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(input());
    await user.tab();
    await user.tab();
    expect(first).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  test('50 may not be all', async () => {
    const profiles = Array.from({ length: 51 }, (_, index) => ({
      id: `c-${index}`,
      phones: [{ original: '+14155550199', type: 'HOME' }],
    }));
    const { search } = start({ profiles: JSON.stringify(profiles) });
    await search('+1 415 555 0199');
    expect(await results()).toHaveLength(50);
    expect(status()).toHaveTextContent(/50 customers found.*there may be more/);
  });
});

describe('no customer', () => {
  test('names every reading that was searched', async () => {
    const { search } = start();
    await search('nobody');
    await vi.waitFor(() =>
      expect(status()).toHaveTextContent(
        /^No customer found\.Searched:Gladly ID nobodyExternal customer ID nobody.*cannot search by name/,
      ),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('failures', () => {
  test('say what happened; "Try again" finds, lists, and keeps the focus in the page', async () => {
    const { search, world, user, onOpen, input } = start();
    world.emulator.control.failNext({ kind: 'status', status: 503, method: 'GET', times: 10 });
    await search('maya@example.org');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/maya@example.org was not searched: Gladly did not answer/);
    expect(status()).toHaveTextContent('No customer found so far');
    world.emulator.control.clearFaults();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await results()).toHaveLength(1);
    expect(input()).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('of one reading stand beside what the others found, which does not open by itself', async () => {
    const { search, world, onOpen, user } = start();
    const path = /externalCustomerId/;
    world.emulator.control.failNext({ kind: 'status', status: 503, path, times: 10 });
    await search('maya-lindqvist-0001');
    expect(await screen.findByRole('alert')).toHaveTextContent(/^External customer ID maya/);
    expect(await results()).toHaveLength(1);
    expect(status()).toHaveTextContent('1 customer found. Not everything could be searched.');
    world.emulator.control.clearFaults();
    const letGo = world.emulator.control.holdNext({ path });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(status()).toHaveTextContent('1 customer found so far. Searching…');
    expect(await results()).toHaveLength(1);
    letGo();
    await vi.waitFor(() => expect(status()).toHaveTextContent('1 customer found.Searched:'));
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('pressing Search again asks again', async () => {
    const { search, world, onOpen } = start();
    world.emulator.control.failNext({ kind: 'cut', method: 'GET', times: 10 });
    await search('maya@example.org');
    await screen.findByRole('alert');
    world.emulator.control.clearFaults();
    await search('maya@example.org');
    await opened('maya-lindqvist-0001');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  test('a busy Gladly is waited for, and that is said', async () => {
    const { search, world } = start();
    const path = /phoneNumber/;
    world.emulator.control.failNext({ kind: 'status', status: 429, path, times: 3 });
    await search('(415) 555-0133');
    await vi.waitFor(() => expect(status()).toHaveTextContent('Gladly is busy. Trying again'));
    await vi.waitFor(() => expect(status()).toHaveTextContent('2 customers found.'), 5_000);
  });
});
