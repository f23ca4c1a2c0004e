import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { useApi } from '../ApiContext.tsx';
import type { CustomerApi } from '../api.ts';
import { customerQueries } from '../queries.ts';
import { findQuery } from './findCustomers.ts';
import { interpretQuery, type Interpretation } from './interpret.ts';
import { browserRegion, loadPhoneReader, readMarkedNumber } from './phoneReader.ts';
import type { SearchMemory, Submitted } from './searchMemory.ts';
import { searchOutcome } from './searchOutcome.ts';

const alone = (customer: Customer) => [customer];

/** Only the agent asks again: a window that comes to the front must not cost Gladly requests. */
const onDemand = {
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

function queryFor(api: CustomerApi, { by, value }: Interpretation) {
  return by === 'id'
    ? { ...customerQueries.detail(api, value), ...onDemand, select: alone }
    : { ...findQuery(api, by, value), ...onDemand };
}

async function interpret(text: string): Promise<Submitted> {
  const reader = await loadPhoneReader().catch(() => undefined);
  const understanding = interpretQuery(text, reader ?? readMarkedNumber, browserRegion());
  const emails = understanding.interpretations.some(({ by }) => by === 'email');
  const phonesUnread = reader === undefined && !emails && /\p{Nd}/u.test(text);
  return { ...understanding, text, phonesUnread };
}

/**
 * The search and its answers. Opens a customer by itself only after a submit, and only when it is
 * the one that all readings of the text led to: never when the page comes back to a search.
 */
export function useSearch(memory: SearchMemory, onOpen: (id: string) => void) {
  const api = useApi();
  const client = useQueryClient();
  const { text, submitted } = useSyncExternalStore(memory.subscribe, memory.get);
  const [preparing, setPreparing] = useState(false);
  const latest = useRef(0);
  const mayOpen = useRef<Submitted>(undefined);

  const interpretations = submitted?.interpretations ?? [];
  const answers = useQueries({ queries: interpretations.map((one) => queryFor(api, one)) });
  const outcome = searchOutcome(interpretations, answers);

  async function submit() {
    latest.current += 1;
    const mine = latest.current;
    setPreparing(true);
    const next = await interpret(memory.get().text);
    if (mine !== latest.current) return;
    for (const one of next.interpretations) {
      const { queryKey } = queryFor(api, one);
      // Pressing Search asks afresh; what is known of a customer stays in sight meanwhile.
      const known = client.getQueryData(queryKey) !== undefined;
      const again = { queryKey, exact: true };
      void (known ? client.invalidateQueries(again) : client.resetQueries(again));
    }
    mayOpen.current = next;
    setPreparing(false);
    memory.set({ ...memory.get(), submitted: next });
  }

  function open(customer: Customer) {
    const { queryKey } = customerQueries.detail(api, customer.id);
    // Painted at once and refreshed at once: Gladly's index for searches may lag behind the profile.
    if (client.getQueryData(queryKey) === undefined)
      client.setQueryData(queryKey, customer, { updatedAt: 0 });
    onOpen(customer.id);
  }

  const [only, ...others] = outcome.matches;
  const finished = !outcome.asking && outcome.progress === 'done';
  useEffect(() => {
    if (mayOpen.current === undefined || mayOpen.current !== submitted || !finished) return;
    mayOpen.current = undefined;
    if (only && others.length === 0 && outcome.failures.length === 0) open(only.customer);
  });

  return { text, submitted, outcome, preparing, submit, open };
}
