import { refuse } from './errors.ts';
import type { Settings } from './settings.ts';

/**
 * The refusal of a request without credentials or permission, or undefined (Gladly REST API,
 * Authentication; Customers: Delete). The bodies are not documented.
 */
export function refusalFor(request: Request, settings: Settings): Response | undefined {
  if (!isAuthenticated(request.headers.get('Authorization'), settings)) {
    return refuse(401, { code: 'unauthorized', detail: 'authentication not provided' });
  }
  const needed =
    request.method === 'DELETE'
      ? (['API User', 'Compliance Admin'] as const)
      : (['API User'] as const);
  const missing = needed.find((permission) => !settings.permissions.includes(permission));
  return missing && refuse(403, { code: 'forbidden', detail: `permission ${missing} is missing` });
}

function isAuthenticated(header: string | null, { agentEmail, apiToken }: Settings): boolean {
  const encoded = /^Basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return false;
  try {
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes) === `${agentEmail}:${apiToken}`;
  } catch {
    return false;
  }
}
