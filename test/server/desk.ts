import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { onTestFinished } from 'vitest';
import type { WorldOptions } from '#src/dev/createWorld.ts';
import { servePages, type PagesOptions } from '#src/server/servePages.ts';
import type { Host } from '#src/server/signIn/hosts.ts';
import { panel } from './panel.ts';

export const panelOrigin = 'https://panel.example.com';
export const deskOrigin = 'https://desk.example.com';
export const issuer = 'https://desk.example.com/backend';
/** What a panel makes up for each launch, and what it tells its host of it. */
export const secret = 'secret-of-this-panel-1';
export const nonce = createHash('sha256').update(secret).digest('base64url');

export interface Signer {
  key: CryptoKey;
  alg: string;
  kid: string;
  /** The public part. */
  jwk: JWK;
}

/** A key pair of a desktop's backend. */
export async function createSigner(alg: string, kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { key: privateKey, alg, kid, jwk: { ...(await exportJWK(publicKey)), kid } };
}

/** The configuration of a desktop whose backend signs with these keys. */
export function hostOf(signers: readonly Signer[], more: Partial<Host['launch']> = {}): Host {
  const keys = signers.map(({ jwk }) => ({ ...jwk, kty: jwk.kty as 'EC' }));
  const algorithms = signers.map(({ alg }) => alg);
  return {
    origin: deskOrigin,
    launch: { issuer, algorithms, keys: { keys }, write: true, ...more },
  };
}

const start = Date.parse('2026-11-22T12:00:00Z');

/**
 * A server whose agents have to prove who they are, with its pages, a desktop that may vouch for them, and a clock in the
 * test's hand.
 */
export function guarded(host: Host, options: WorldOptions = {}, pages: Partial<PagesOptions> = {}) {
  let time = start;
  const world = panel({
    signInRequired: true,
    publicOrigin: panelOrigin,
    hosts: [host],
    now: () => new Date(time),
    ...options,
  });
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Panel</title>');
  const { server, authentication } = world;
  servePages(server, {
    folder,
    demo: false,
    storeDrafts: true,
    rule: { clearWithEmptyString: false },
    links: undefined,
    schema: '{"title":"Ours"}',
    authentication,
    ...pages,
  });

  const seconds = () => Math.floor(time / 1000);

  return {
    ...world,
    seconds,
    pass: (s: number) => (time += s * 1000),
    /** The claims of a good launch token. */
    claims: (more: Record<string, unknown> = {}): JWTPayload => ({
      iss: issuer,
      aud: panelOrigin,
      sub: 'agent-7',
      name: 'Ada Agent',
      customer_id: 'maya',
      scope: 'profile:read profile:write',
      host_origin: deskOrigin,
      nonce,
      jti: crypto.randomUUID(),
      iat: seconds(),
      exp: seconds() + 60,
      ...more,
    }),
    launch: (token: unknown, withSecret: unknown = secret) =>
      world.ask('POST', '/api/launch', {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, secret: withSecret }),
      }),
    launchByForm: (token: string, headers: Record<string, string> = {}) =>
      world.ask('POST', '/embed/launch', {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ launch_token: token }).toString(),
      }),
    /** Asks with an access token. */
    askAs: (accessToken: string, method: string, path: string, body?: string) =>
      world.ask(method, path, {
        headers: {
          Authorization: `Bearer ${accessToken}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body }),
      }),
  };
}

/** A launch token of these claims. */
export async function sign(
  { key, alg, kid }: Signer,
  claims: JWTPayload,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg, kid, typ: 'launch+jwt', ...header })
    .sign(key);
}
