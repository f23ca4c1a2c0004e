import type { MiddlewareHandler } from 'hono';

/** Who may show a page in a frame. */
type Framing = 'none' | 'self';

function contentSecurityPolicy(framing: Framing): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // A profile's picture is wherever the brand keeps it.
    "img-src 'self' https:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors '${framing}'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Headers that every answer carries (OWASP Secure Headers); only `/embed` may be framed, by our own demo desktop. */
export function securityHeaders(): MiddlewareHandler {
  return async function setSecurityHeaders(c, next) {
    await next();
    const framing: Framing = c.req.path === '/embed' ? 'self' : 'none';
    const { headers } = c.res;
    headers.set('Content-Security-Policy', contentSecurityPolicy(framing));
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  };
}
