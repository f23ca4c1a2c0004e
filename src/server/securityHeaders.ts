import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from './serverEnv.ts';

function contentSecurityPolicy(framedBy: string, formsGoTo: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // A profile's picture is wherever the brand keeps it.
    "img-src 'self' https:",
    "frame-src 'self'",
    "base-uri 'none'",
    `form-action ${formsGoTo}`,
    "object-src 'none'",
    `frame-ancestors ${framedBy}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Headers that every answer carries (OWASP Secure Headers). No page may be framed and no form sent, unless its
 * route says by whom and where to.
 */
export function securityHeaders(): MiddlewareHandler<ServerEnv> {
  return async function setSecurityHeaders(c, next) {
    await next();
    const { headers } = c.res;
    headers.set(
      'Content-Security-Policy',
      contentSecurityPolicy(c.get('framedBy') ?? "'none'", c.get('formsGoTo') ?? "'none'"),
    );
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    // A page talks to the window in which its agent signs in; that window goes to the provider and back in between.
    if (!c.req.path.startsWith('/sign-in'))
      headers.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  };
}
