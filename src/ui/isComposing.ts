import type { KeyboardEvent } from 'react';

/**
 * Whether a press is an input method's, as for Japanese or Chinese: its Enter takes what is proposed, its Escape
 * gives it up, and neither is for us. 229 says the same where the composition counts as over already (Safari).
 */
export const isComposing = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;
