import * as z from 'zod/mini';
import type { BuiltIn } from './builtIn.ts';
import { readCustomerAddress, type CustomerAddress } from './customerAddress.ts';
import { readPanelAddress } from './origins.ts';

/** Who decided on a setting: whoever built the extension, the administrator of the browser, or the agent. */
export type SettingSource = 'build' | 'policy' | 'agent';

export interface Settings {
  /** As it was written: not yet known to be an address. */
  panelAddress: string;
  /** Patterns, as they were written. */
  customerAddresses: readonly string[];
  source: { panelAddress: SettingSource; customerAddresses: SettingSource };
}

/** What can be used of the settings. */
export interface Configuration {
  /** Absent: nothing can be framed. */
  panelOrigin?: string;
  addresses: readonly CustomerAddress[];
}

const panelAddress = z.string();
const customerAddresses = z.array(z.string());
const stored = z.object({
  panelAddress: z.optional(z.unknown()),
  customerAddresses: z.optional(z.unknown()),
});

/** A setting that is not of its type counts as absent, and takes no other with it. */
function readStored(value: unknown): BuiltIn {
  const settings = stored.safeParse(value).data;
  const address = panelAddress.safeParse(settings?.panelAddress).data;
  const patterns = customerAddresses.safeParse(settings?.customerAddresses).data;
  return {
    ...(address !== undefined && { panelAddress: address }),
    ...(patterns && { customerAddresses: patterns }),
  };
}

/** Each setting from whoever stands highest: the build, then the administrator's policy, then the agent. */
export function settle(built: BuiltIn, policy: unknown, agent: unknown): Settings {
  const byRank = [
    { source: 'build', ...built },
    { source: 'policy', ...readStored(policy) },
    { source: 'agent', ...readStored(agent) },
  ] as const;
  const address = byRank.find((settings) => settings.panelAddress !== undefined);
  const patterns = byRank.find((settings) => settings.customerAddresses !== undefined);
  return {
    panelAddress: address?.panelAddress ?? '',
    customerAddresses: patterns?.customerAddresses ?? [],
    source: {
      panelAddress: address?.source ?? 'agent',
      customerAddresses: patterns?.source ?? 'agent',
    },
  };
}

/** What is wrong in the settings is left out: the page of the settings says what and why. */
export function configurationOf(settings: Settings): Configuration {
  const panel = readPanelAddress(settings.panelAddress);
  const addresses = settings.customerAddresses
    .map(readCustomerAddress)
    .filter((read): read is CustomerAddress => !('problem' in read));
  return { ...('origin' in panel && { panelOrigin: panel.origin }), addresses };
}
