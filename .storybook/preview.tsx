import '#src/app/strictCsp.ts';
import '#src/ui/tokens.css';
import type { Preview } from '@storybook/react-vite';

export default {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
  },
} satisfies Preview;
