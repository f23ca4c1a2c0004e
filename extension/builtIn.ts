/** What a build fixes for all its agents; see docs/extension.md. */
export interface BuiltIn {
  panelAddress?: string;
  customerAddresses?: string[];
}

declare const BUILT_IN: BuiltIn | undefined;

/** Put here by the build; nothing in tests. */
export const builtIn: BuiltIn = typeof BUILT_IN === 'undefined' ? {} : BUILT_IN;
