/** Under which name the device keeps something for an agent; where nobody signs in, for all who use it. */
export const deviceKey = (name: string, owner: string | undefined): string =>
  owner === undefined ? name : `${name}-${owner}`;
