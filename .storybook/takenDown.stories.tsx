import type { Meta, StoryObj } from '@storybook/react-vite';
import { Suspense, use, useLayoutEffect } from 'react';

let arrive = () => {};
const late = new Promise<void>((resolve) => {
  arrive = resolve;
});

function Late() {
  use(late);
  return null;
}

/** What it waits for comes a few promises after React has taken it down. */
function WaitsForTooLong() {
  useLayoutEffect(
    () => () => {
      let moment = Promise.resolve();
      for (let i = 0; i < 8; i += 1) moment = moment.then(() => {});
      void moment.then(arrive);
    },
    [],
  );
  return (
    <Suspense fallback={<p>Something is on its way.</p>}>
      <Late />
    </Suspense>
  );
}

/** Of Storybook itself, not of the product: a story may end while something is on its way. */
export default {
  title: 'Storybook/Taken down',
  component: WaitsForTooLong,
} satisfies Meta<typeof WaitsForTooLong>;

export const EndsTooEarly: StoryObj = {};

/** Fails when React complains of the one before. */
export const IsNotComplainedOf: StoryObj = { render: () => <p>All is quiet.</p> };
