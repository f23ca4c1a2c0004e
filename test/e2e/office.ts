import type { Page } from '@playwright/test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  startIdentityProvider,
  type Account,
  type IdentityProvider,
} from '#test/identityProvider.ts';
import { heading } from './agent.ts';
import { expect, test as base } from './product.ts';
import { freePort, gladlyAt, startServer, type RunningServer } from './server.ts';

const agent = (name: string, more: Account = {}): Account => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@acme.example`,
  email_verified: true,
  ...more,
});

const accounts = {
  ada: agent('Ada Agent', { groups: ['leads'] }),
  lea: agent('Lea Lead', { groups: ['leads'] }),
  rob: agent('Rob Reader'),
  eve: agent('Eve Elsewhere', { email: 'eve@evil.example' }),
};

/** The product with a sign-in, the provider that agents sign in with, and a desktop whose server vouches for them. */
export interface Office {
  identity: IdentityProvider;
  guarded: RunningServer;
  /** A launch token as the desktop's own server makes it. */
  mint: (claims: Record<string, unknown>) => Promise<string>;
}

// The panel's calls that are refused or find a merge, and the pages that say no.
export const provoked = { messages: ['401', '403', '409'] };

const issuer = 'https://desk.example.com';

export const test = base.extend<object, { office: Office }>({
  office: [
    async ({ upstream, desk }, provide) => {
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const secret = 'e2e-client-secret';
      const identity = await startIdentityProvider({
        accounts,
        client: { id: 'panel', secret, redirectUri: `${origin}/sign-in/callback` },
      });
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const vouches = { issuer, algorithms: ['ES256'], write: true };
      const keys = { keys: [await exportJWK(publicKey)] };
      const guarded = await startServer({
        ...gladlyAt(upstream.origin),
        PORT: String(port),
        HOSTS: JSON.stringify([
          { origin: desk.origin, ...vouches, jwks: keys },
          { origin: desk.near },
        ]),
        SIGN_IN: 'oidc',
        OIDC_ISSUER: identity.issuer,
        OIDC_CLIENT_ID: 'panel',
        OIDC_CLIENT_SECRET: secret,
        ACCESS: JSON.stringify({
          read: [{ emailDomain: 'acme.example' }],
          write: [{ claim: 'groups', has: 'leads' }],
        }),
      });
      const mint = async (claims: Record<string, unknown>) =>
        new SignJWT({
          sub: 'agent-7',
          name: 'Dana Desk',
          scope: 'profile:read profile:write',
          host_origin: desk.origin,
          ...claims,
        })
          .setProtectedHeader({ alg: 'ES256', typ: 'launch+jwt' })
          .setIssuer(issuer)
          .setAudience(origin)
          .setJti(crypto.randomUUID())
          .setIssuedAt()
          .setExpirationTime('60s')
          .sign(privateKey);
      await provide({ identity, guarded, mint });
      await guarded.stop();
      await identity.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ office }, provide) => provide(office.guarded.origin),
});

/** Fills in the provider's own page. */
export async function signInAs(page: Page, login: string): Promise<void> {
  await expect(heading(page, 'Sign in to Acme')).toBeVisible();
  await page.getByLabel('User name').fill(login);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
