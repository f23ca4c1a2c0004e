import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';

/** An agent as the identity provider knows them: claims by their standard names. */
export interface Account {
  name?: string;
  email?: string;
  email_verified?: boolean;
  groups?: string[];
}

export interface IdentityProviderOptions {
  /** By what they type to sign in, which is their `sub` too. */
  accounts: Readonly<Record<string, Account>>;
  client: {
    id: string;
    /** Absent: a public client. */
    secret?: string;
    secretGoes?: 'basic' | 'post';
    redirectUri: string;
  };
  /** Publishes other keys than it signs with, as somebody who stands in for it would have to. */
  foreignKeys?: boolean;
  /** 0 takes any free one. */
  port?: number;
}

export interface IdentityProvider {
  issuer: string;
  close: () => Promise<void>;
}

const keyId = 'provider-key';

/** What it says about itself: that tests keep its state in memory, and on a Node older than its authors test with. */
const known = ['Unsupported runtime', 'in-memory adapter is used'];

/** Runs something that would say these things. */
async function withoutKnownWarnings<T>(run: () => Promise<T>): Promise<T> {
  // oxlint-disable-next-line no-console
  const { warn } = console;
  // oxlint-disable-next-line no-console
  console.warn = (...texts: unknown[]) => {
    if (!known.some((part) => String(texts[0]).includes(part))) warn(...texts);
  };
  try {
    return await run();
  } finally {
    // oxlint-disable-next-line no-console
    console.warn = warn;
  }
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><main><h1>${title}</h1>${body}</main>`;

async function configurationFor(options: IdentityProviderOptions): Promise<Configuration> {
  const { accounts, client } = options;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { secret, secretGoes = 'basic' } = client;
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: keyId, use: 'sig' }] },
    cookies: { keys: ['only-for-tests'] },
    clients: [
      {
        client_id: client.id,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: secret === undefined ? 'none' : `client_secret_${secretGoes}`,
        ...(secret !== undefined && { client_secret: secret }),
      },
    ],
    clientAuthMethods: [secret === undefined ? 'none' : `client_secret_${secretGoes}`],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    // The agent's employer has agreed for them.
    async loadExistingGrant(ctx) {
      const { client: asking, session, provider } = ctx.oidc;
      const grant = new provider.Grant({
        ...(asking && { clientId: asking.clientId }),
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      IdToken: 60,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
    },
    renderError(ctx, { error }) {
      ctx.type = 'html';
      ctx.body = page('Not possible', `<p>${error}</p>`);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          const button = '<button form="op.logoutForm" name="logout" value="yes">Yes</button>';
          ctx.body = page('Sign out of Acme?', form + button);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = page('Signed out of Acme', '');
        },
      },
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

/** The page where agents say who they are. There are no passwords: who may sign in is not what is tested. */
async function answerLogin(
  provider: Provider,
  accounts: IdentityProviderOptions['accounts'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST') {
    const login = (await formOf(request)).get('login');
    const result =
      login !== null && Object.hasOwn(accounts, login)
        ? { login: { accountId: login } }
        : { error: 'access_denied', error_description: `<b>${login}</b> did not sign in` };
    await provider.interactionFinished(request, response, result);
    return;
  }
  await provider.interactionDetails(request, response);
  response.setHeader('Content-Type', 'text/html');
  response.end(
    page(
      'Sign in to Acme',
      '<form method="post"><label>User name <input name="login"></label> <button>Sign in</button></form>' +
        '<form method="post"><button>Cancel</button></form>',
    ),
  );
}

/** A certified OpenID provider on this machine, with accounts of a test's choice. */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const configuration = await configurationFor(options);
  const provider = await withoutKnownWarnings(async () => {
    const { Provider: OidcProvider } = await import('oidc-provider');
    return new OidcProvider(issuer, configuration);
  });
  const answer = provider.callback();
  const foreign = await generateKeyPair('RS256', { extractable: true });
  const foreignKey = { ...(await exportJWK(foreign.publicKey)), kid: keyId, use: 'sig' };
  server.on('request', (request, response) => {
    if (options.foreignKeys && request.url === '/jwks')
      return void response.end(JSON.stringify({ keys: [foreignKey] }));
    if (!request.url?.startsWith('/login/')) return void answer(request, response);
    answerLogin(provider, options.accounts, request, response).catch(() => {
      response.statusCode = 400;
      response.end();
    });
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
