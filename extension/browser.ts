import { builtIn } from './builtIn.ts';
import type { CustomerAddress } from './customerAddress.ts';
import { settle, type Settings } from './settings.ts';

/** This extension as `HOSTS` of the panel's server names it. */
export const extensionOrigin = (): string => location.origin;

/** Reads the settings afresh. */
export async function loadSettings(): Promise<Settings> {
  const [policy, agent] = await Promise.all([
    chrome.storage.managed.get(),
    chrome.storage.local.get(),
  ]);
  return settle(builtIn, policy, agent);
}

/** Keeps what the agent decided. What the build or a policy decided stands above it. */
export async function saveSettings(
  settings: Partial<Pick<Settings, 'panelAddress' | 'customerAddresses'>>,
): Promise<void> {
  await chrome.storage.local.set(settings);
}

/** Calls back after each change of any setting, by the agent or by policy. */
export function onSettingsChange(changed: () => void): void {
  chrome.storage.onChanged.addListener(changed);
}

const permissionFor = (origin: string) => `${origin}/*`;

/** The desktops of the addresses, each once. */
export const originsOf = (addresses: readonly CustomerAddress[]): string[] => [
  ...new Set(addresses.map(({ origin }) => origin)),
];

/** Those of the origins whose tabs' addresses the browser does not show to this extension. */
export async function hiddenOrigins(origins: readonly string[]): Promise<string[]> {
  const seen = await Promise.all(
    origins.map(async (origin) =>
      chrome.permissions.contains({ origins: [permissionFor(origin)] }),
    ),
  );
  return origins.filter((_, index) => !seen[index]);
}

/** Asks the agent, in the browser's own words. To be called from a click; `false` when they decline. */
export async function askToSee(origins: readonly string[]): Promise<boolean> {
  return chrome.permissions.request({ origins: origins.map(permissionFor) });
}

/** Gives back what an earlier setting needed and this one does not. */
export async function forgetOthers(origins: readonly string[]): Promise<void> {
  const needed = new Set(origins.map(permissionFor));
  const built = new Set(chrome.runtime.getManifest().host_permissions);
  const { origins: granted = [] } = await chrome.permissions.getAll();
  const idle = granted.filter((permission) => !needed.has(permission) && !built.has(permission));
  if (idle.length > 0) await chrome.permissions.remove({ origins: idle });
}

/** Calls back when the browser begins or ceases to show addresses to this extension. */
export function onAccessChange(changed: () => void): void {
  chrome.permissions.onAdded.addListener(changed);
  chrome.permissions.onRemoved.addListener(changed);
}

/** The tab that the agent looks at. */
export interface SeenTab {
  id: number | undefined;
  /** Absent where the browser does not show it to this extension. */
  address: string | undefined;
}

/**
 * Tells which tab of this window is in front, and again whenever that may be another tab or another address, a change
 * of the address inside one page included. The function that it gives back reads again.
 */
export async function watchActiveTab(onTab: (tab: SeenTab) => void): Promise<() => void> {
  const { id: windowId } = await chrome.windows.getCurrent();
  let asked = 0;
  const read = async () => {
    asked += 1;
    const turn = asked;
    const [tab] = await chrome.tabs.query({
      active: true,
      ...(windowId !== undefined && { windowId }),
    });
    if (turn === asked) onTab({ id: tab?.id, address: tab?.url });
  };
  const reread = () => void read();
  chrome.tabs.onActivated.addListener(reread);
  chrome.tabs.onUpdated.addListener((_, changes, { active }) => {
    if (active && (changes.url !== undefined || changes.status !== undefined)) reread();
  });
  await read();
  return reread;
}
