import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Decorator, StoryContext } from '@storybook/react-vite';
import { useEffect, type ReactNode } from 'react';
import { createQueryClient } from '#src/app/queryClient.ts';
import { createCustomerApi, type CustomerApi, type Fetch } from '#src/customer/api.ts';
import { ApiProvider } from '#src/customer/ApiContext.tsx';
import { createDrafts, type Drafts } from '#src/customer/attributes/drafts.ts';
import { DraftsProvider } from '#src/customer/attributes/DraftsContext.ts';
import {
  createViewStore,
  ViewContext,
  type ViewStore,
} from '#src/customer/attributes/list/viewStore.ts';
import { DeviceContext } from '#src/customer/DeviceContext.ts';
import { createWorld, type World, type WorldOptions } from '#src/dev/createWorld.ts';
import type { EmulatorControl } from '#src/emulator/control.ts';
import { ApiProblem } from '#src/server/ApiProblem.ts';
import type { ProblemCode } from '#src/contract/problem.ts';

/** What a story is played in: our server on an emulator of Gladly, in the same page, anew for each story. */
export interface Services {
  /** What other agents, time and bad luck do to Gladly. */
  gladly: EmulatorControl;
  queryClient: QueryClient;
  api: CustomerApi;
  drafts: Drafts;
  view: ViewStore;
  /** What the device keeps; absent in a story that is not about it. */
  device: Storage | undefined;
  /** Whether the agent's sign-in has ended, so that our server answers nobody. */
  setSignedOut: (isSignedOut: boolean) => void;
  /** From now on a request whose address matches waits for the returned function, or for its own end. */
  hold: (address: RegExp) => () => void;
}

/** What a story's `play` finds its elements with. */
export type Canvas = StoryContext['canvas'];
export type UserEvent = StoryContext['userEvent'];

interface Setup {
  world?: WorldOptions;
  /** What a proxy, a sign-in or a broken line makes of our server's answers. */
  fetch?: (fetch: Fetch) => Fetch;
  drafts?: Drafts;
  device?: Storage;
  /** Done before the story renders. */
  arrange?: (services: Services) => void;
}

const clock = { sleep: async () => {}, random: () => 0 };
/** Nobody looks at a story for longer. */
const forever = 2 ** 31 - 1;

const addressOf = (input: string | URL | Request) =>
  input instanceof Request ? input.url : input.toString();

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal?.reason);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

function createServices({ world: options, fetch: wrap, drafts, device, arrange }: Setup): Services {
  const world: World = createWorld({ rateLimit: false, clock, timeoutMs: forever, ...options });
  let signedOut = false;
  const held: { address: RegExp; released: Promise<void> }[] = [];

  async function heldFetch(input: string | URL | Request, init?: RequestInit) {
    for (const { address, released } of held)
      if (address.test(addressOf(input))) await Promise.race([released, aborted(init?.signal)]);
    return signedOut ? fail('unauthenticated') : world.fetch(input, init);
  }

  const services: Services = {
    gladly: world.emulator.control,
    queryClient: createQueryClient(),
    api: createCustomerApi(wrap ? wrap(heldFetch) : heldFetch, options?.clearWithEmptyString),
    drafts: drafts ?? createDrafts(),
    view: createViewStore(device),
    device,
    setSignedOut(isSignedOut) {
      signedOut = isSignedOut;
    },
    hold(address) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      held.push({ address, released });
      return release;
    },
  };
  arrange?.(services);
  return services;
}

/** A story's parameters that say what its world is like; without them it is the demo's. */
export function inWorld(setup: Setup) {
  return { setup };
}

/** For a story's `loaders`. */
export const loadServices = ({ parameters }: { parameters: Record<string, unknown> }) => ({
  services: createServices((parameters['setup'] as Setup | undefined) ?? {}),
});

/** The services of a story that has {@link loadServices} among its loaders. */
export function servicesOf({ loaded }: { loaded: Record<string, unknown> }): Services {
  const services = loaded['services'] as Services | undefined;
  if (!services) throw new Error('The story has no services: give it `loaders: [loadServices]`.');
  return services;
}

function Provide({ services, children }: { services: Services; children: ReactNode }) {
  const { queryClient, api, drafts, view, device } = services;
  // A request that waits to be repeated must not go on in the next story.
  useEffect(() => () => queryClient.clear(), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider value={api}>
        <DraftsProvider value={drafts}>
          <ViewContext value={view}>
            <DeviceContext value={device}>{children}</DeviceContext>
          </ViewContext>
        </DraftsProvider>
      </ApiProvider>
    </QueryClientProvider>
  );
}

/** For the `decorators` of a story that has {@link loadServices} among its loaders. */
export const withServices: Decorator = (Story, context) => (
  <Provide services={servicesOf(context)}>
    <Story />
  </Provide>
);

type Failure = ProblemCode | 'unreachable' | 'unreadable';

async function fail(how: Failure): Promise<Response> {
  if (how === 'unreachable') throw new TypeError('Failed to fetch');
  if (how === 'unreadable') return new Response('<!doctype html><title>Sign in</title>');
  return new ApiProblem(how, 'As the story wants it.').toResponse();
}

/** Each answer is the problem that our server would send, a broken line, or some proxy's own page. */
export const answers = (how: Failure) => (): Fetch => () => fail(how);

/** As {@link answers}, but profiles can be read. */
export const answersWhenSaving =
  (how: Failure) =>
  (fetch: Fetch): Fetch =>
  (input, init) =>
    init?.method === 'PATCH' ? fail(how) : fetch(input, init);

/** Gladly answers with a status from now on, whatever is asked. */
export const gladlyAnswers = (
  gladly: EmulatorControl,
  status: number,
  headers: Readonly<Record<string, string>> = {},
) => gladly.failNext({ kind: 'status', status, headers, times: Infinity });

/** What the window does in which the agent signed in. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel('customer-profile-signed-in');
  channel.postMessage('some-agent');
  channel.close();
}
