import type { BuiltIn } from './builtIn.ts';
import { manifestText } from './extensionText.ts';
import { readOrigin, readPanelAddress } from './origins.ts';

/**
 * The public half of a key whose private half nobody kept. It makes the id of an unpacked extension the same on every
 * machine: pcgehniigjfniaehbnkobjpboknmpmmb.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3Kt2MVUAjFeSbcDbyOWJvRDU4Vy+3siHd5OJho7aNZ1aozCfUBO0jCrUwflZk82J3WWs/P6SGa647hMbARspZXWzksT8r0ShO/1/rfUMl1my9njlSiU5CN8+zZHEqVyBzMvxqrQw0xHUlhj/Ep0rMOvcouSmdGKSU2FvAcWgd6qUEN6l2dm+l9EvyfVHifqt2dj54X9qTodUHKq97SiWt1NVcXSamaFQvBx/SAPbeh6NWYaHk9DtQsRDsvV5VR8doKQ42nth8oaXaiTHQ52Ng9XcyNH0udejrxz+qGBxh1MBZcXikXtzD9+N7NfPSWwbZMJQ44GtC+RAmsJU0z/V6wIDAQAB';

/** Any panel that a setting may name; the page of the side panel then allows itself only the one that it does. */
const anyPanel = 'https: http://127.0.0.1:* http://localhost:*';

function contentSecurityPolicy(panelOrigin: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `frame-src ${panelOrigin ?? anyPanel}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Thrown where a variable of the build is wrong. */
class BuildVariableError extends Error {
  override readonly name = 'BuildVariableError';
}

/**
 * What `PANEL_ORIGIN` and `CUSTOMER_ADDRESSES` (patterns with blanks between them) fix at build time. Throws an error that
 * names the variable. Patterns are wholly read in the browser, which has `URLPattern`; here their origin has to be right.
 */
export function readBuiltIn(env: Record<string, string | undefined>): BuiltIn {
  const panelAddress = env['PANEL_ORIGIN']?.trim() ?? '';
  const customerAddresses = (env['CUSTOMER_ADDRESSES'] ?? '').split(/\s+/).filter(Boolean);
  if (panelAddress !== '' && 'problem' in readPanelAddress(panelAddress))
    throw new BuildVariableError('PANEL_ORIGIN must look like https://panel.example.com.');
  for (const pattern of customerAddresses)
    if (!URL.canParse(pattern) || 'problem' in readOrigin(new URL(pattern)))
      throw new BuildVariableError(
        `CUSTOMER_ADDRESSES: ${pattern} must look like https://acme.gladly.com/customer/:customer.`,
      );
  return {
    ...(panelAddress !== '' && { panelAddress }),
    ...(customerAddresses.length > 0 && { customerAddresses }),
  };
}

/**
 * The manifest of the extension. Where the build knows the desktop, its pages' addresses are asked for at installation, and
 * no other site ever is; else the agent or a policy names the desktop, and the browser asks then.
 */
export function createManifest(version: string, { panelAddress, customerAddresses }: BuiltIn) {
  const panel = panelAddress === undefined ? undefined : readPanelAddress(panelAddress);
  const desktops = customerAddresses?.map((pattern) => `${new URL(pattern).origin}/*`);
  return {
    manifest_version: 3,
    name: manifestText.name,
    description: manifestText.description,
    version,
    key,
    // light-dark() in style sheets; the side panel itself is there since 114.
    minimum_chrome_version: '123',
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`])),
    action: { default_title: manifestText.open },
    background: { service_worker: 'background.js', type: 'module' },
    side_panel: { default_path: 'sidepanel.html' },
    options_ui: { page: 'options.html', open_in_tab: true },
    storage: { managed_schema: 'managed.schema.json' },
    permissions: ['sidePanel', 'storage'],
    ...(desktops
      ? { host_permissions: [...new Set(desktops)] }
      : { optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'] }),
    content_security_policy: {
      extension_pages: contentSecurityPolicy(panel && 'origin' in panel ? panel.origin : undefined),
    },
  };
}
