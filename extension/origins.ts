/** What may stand in a Content-Security-Policy and in a permission: URL parsers also take hosts such as `*` and `a;b`. */
const plainHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const loopback = /^(?:localhost|127\.0\.0\.1)$/;

export type OriginProblem = 'not-an-address' | 'not-one-site' | 'not-secure';

/** The parts of a URL that make its origin, as both `URL` and `URLPattern` have them. */
interface OriginParts {
  /** With or without its colon. */
  protocol: string;
  hostname: string;
  port: string;
}

/**
 * The origin that the parts name, where it is exactly one and its pages come over `https:`, or over `http:` from this
 * machine (`localhost`, `127.0.0.1`).
 */
export function readOrigin({
  protocol,
  hostname,
  port,
}: OriginParts): { origin: string } | { problem: OriginProblem } {
  const scheme = protocol.replace(/:$/, '');
  if (!/^https?$/.test(scheme) || !plainHost.test(hostname) || !/^\d*$/.test(port))
    return { problem: 'not-one-site' };
  if (scheme === 'http' && !loopback.test(hostname)) return { problem: 'not-secure' };
  return { origin: `${scheme}://${hostname}${port && `:${port}`}` };
}

export type PanelAddressProblem = OriginProblem | 'more-than-an-origin';

/** Where the panel is served: an origin, with or without the slash after it. */
export function readPanelAddress(
  text: string,
): { origin: string } | { problem: PanelAddressProblem } {
  const address = text.trim();
  if (!URL.canParse(address)) return { problem: 'not-an-address' };
  const url = new URL(address);
  const read = readOrigin(url);
  if ('problem' in read) return read;
  return url.href === `${read.origin}/` ? read : { problem: 'more-than-an-origin' };
}
