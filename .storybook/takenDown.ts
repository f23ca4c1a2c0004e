import type { Decorator } from '@storybook/react-vite';
// Not React's: its end is done before the story is taken down.
import { useEffect as storyEffect } from 'storybook/preview-api';

// React asks this of whoever calls its act(): https://react.dev/reference/react/act
const react: { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined } = globalThis;

/**
 * Storybook takes a story down in act(), but waits for it outside of act's environment, and React then complains of
 * whatever arrives meanwhile, such as a chunk. So the environment is entered before; {@link leaveAct} leaves it.
 */
export const takenDownInAct: Decorator = (Story) => {
  storyEffect(
    () => () => {
      react.IS_REACT_ACT_ENVIRONMENT = true;
    },
    [],
  );
  return Story();
};

/** For `beforeEach`: what it returns is done when the story is gone. */
export const leaveAct = () => () => {
  react.IS_REACT_ACT_ENVIRONMENT = false;
};
