import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** The origin whose pages may show this answer in a frame; absent: nobody's. */
    framedBy?: string | undefined;
  }
}

/** CSP3 `frame-ancestors`: one origin, or nobody. */
function frameAncestors(framedBy: string | undefined, own: string): string {
  if (framedBy === undefined) return "'none'";
  return framedBy === own ? "'self'" : framedBy;
}

function contentSecurityPolicy(ancestors: string): string {
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
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Headers that every answer carries (OWASP Secure Headers). What may be framed says so with `framedBy`; the host SDK alone is for other sites. */
export function securityHeaders(): MiddlewareHandler {
  return async function setSecurityHeaders(c, next) {
    await next();
    const ancestors = frameAncestors(c.get('framedBy'), new URL(c.req.url).origin);
    const { headers } = c.res;
    headers.set('Content-Security-Policy', contentSecurityPolicy(ancestors));
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    if (!headers.has('Cross-Origin-Resource-Policy'))
      headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  };
}
