type Server = (request: Request) => Promise<Response> | Response;

export interface Visit {
  url: URL;
  status: number;
  headers: Headers;
  text: string;
}

/**
 * As much of a browser as a sign-in needs: it keeps cookies by origin, follows redirects and sends forms. Requests to
 * `ownOrigin` go to `server`, all others over the network.
 */
export function createBrowser(ownOrigin: string, server: Server) {
  const jar = new Map<string, Map<string, string>>();
  /** Every address that was asked for, in order. */
  const visited: URL[] = [];
  /** Every Set-Cookie of our own server. */
  const cookiesSet: string[] = [];

  function cookiesOf(origin: string): Map<string, string> {
    const cookies = jar.get(origin) ?? new Map<string, string>();
    jar.set(origin, cookies);
    return cookies;
  }

  async function ask(url: URL, init: RequestInit = {}): Promise<Response> {
    visited.push(url);
    const cookies = cookiesOf(url.origin);
    const headers = new Headers(init.headers);
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (sent !== '') headers.set('Cookie', sent);
    const isOwn = url.origin === ownOrigin;
    const request = new Request(url, { ...init, headers, redirect: 'manual' });
    const response = await (isOwn ? server(request) : fetch(request));
    for (const line of response.headers.getSetCookie()) {
      if (isOwn) cookiesSet.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  /** Goes to an address and on to wherever it leads; `until` stops before an address that it accepts. */
  async function visit(
    address: string | URL,
    init: RequestInit = {},
    until: (url: URL) => boolean = () => false,
  ): Promise<Visit> {
    let url = new URL(address, ownOrigin);
    let response = await ask(url, init);
    for (let redirects = 0; redirects < 10; redirects += 1) {
      const location = response.headers.get('Location');
      if (location === null) break;
      const next = new URL(location, url);
      if (until(next)) return { url: next, status: 0, headers: new Headers(), text: '' };
      url = next;
      response = await ask(url);
    }
    const { status, headers } = response;
    return { url, status, headers, text: await response.text() };
  }

  const post = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

  return {
    visit,
    visited,
    cookiesSet,
    cookies: cookiesOf(ownOrigin),
    ask: async (path: string, init?: RequestInit) => ask(new URL(path, ownOrigin), init),
    post: async (path: string, headers: Record<string, string> = {}) =>
      ask(new URL(path, ownOrigin), { method: 'POST', headers }),
    /** Goes to a page, and through the provider's login page that it leads to. */
    signIn: async (login: string, path = '/', until?: (url: URL) => boolean): Promise<Visit> => {
      const loginPage = await visit(path);
      return visit(loginPage.url, post({ login }), until);
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;
