import '#src/app/strictCsp.ts';
import '#src/ui/tokens.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { Frame } from './Frame.tsx';
import { leaveAct, takenDownInAct } from './takenDown.ts';

// What is awaited comes at once, but on a busy machine the first import of a chunk does not.
configure({ asyncUtilTimeout: 10_000 });

export default {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { disable: true },
  },
  initialGlobals: { theme: 'light' },
  globalTypes: {
    theme: {
      description: 'As a host sets it on the page',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: ['light', 'dark'],
        dynamicTitle: true,
      },
    },
  },
  beforeEach: leaveAct,
  decorators: [
    takenDownInAct,
    (Story, { globals, parameters }) => (
      <Frame theme={globals['theme']} width={parameters['width']}>
        <Story />
      </Frame>
    ),
  ],
} satisfies Preview;
