import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { customerQueries } from '#src/customer/queries.ts';
import { reader } from '#src/ui/reader.ts';
import { App } from './App.tsx';
import { createServices } from './services.tsx';

/** For this long a blank page is better than one that shows something else first. */
const blankForMs = 50;

/** A browser takes its time for the first number and the first date that it writes; while an answer is on its way it has it. */
function writeFirstWords(): void {
  (0).toLocaleString(reader.locale);
  new Intl.DateTimeFormat(reader.locale, { month: 'long', year: 'numeric' }).format(0);
}

/**
 * Starts the page: asks for the customer whom the address names, and renders once the answer, and the code for a desktop around
 * the frame, are there or a moment late. The browser asks while the code is on its way, so mostly the profile is what appears first.
 * Rejects when code that the page cannot do without did not come.
 */
export async function start(page: Window, root: Root): Promise<void> {
  const services = createServices(page);
  const { api, queryClient, frame } = services;
  const id = new URLSearchParams(page.location.search).get('customer');
  const answer = id !== null && queryClient.prefetchQuery(customerQueries.detail(api, id));
  if (answer) writeFirstWords();
  await Promise.race([
    Promise.all([frame?.started, answer]),
    new Promise((resolve) => {
      setTimeout(resolve, blankForMs);
    }),
  ]);
  root.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
  await frame?.started;
}
