const gladlyDomains = ['.gladly.com', '.gladly.qa'];
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopback(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}

/**
 * Whether our token may be sent to this origin: Gladly's own domains over https (production
 * `*.gladly.com`, sandbox `*.gladly.qa`), or this machine. Returns the origin, or what is wrong with it.
 */
export function allowedOrigin(text: string): { origin: string } | { problem: string } {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { problem: 'is not an address such as https://example.gladly.com' };
  }
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/')
    return { problem: 'must be an origin alone, such as https://example.gladly.com' };
  if (isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return { origin: url.origin };
  if (!gladlyDomains.some((domain) => url.hostname.endsWith(domain)))
    return { problem: 'must end in .gladly.com or .gladly.qa, or be this machine' };
  if (url.protocol !== 'https:') return { problem: 'must begin with https://' };
  return { origin: url.origin };
}
