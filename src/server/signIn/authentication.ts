import { parse } from 'hono/utils/cookie';
import { ApiProblem } from '../ApiProblem.ts';
import type { Log } from '../log.ts';
import { createAccessTokens } from './accessTokens.ts';
import { everybody, type Agent, type Grant } from './Grant.ts';
import type { Host } from './hosts.ts';
import { createLaunchTokens, LaunchError } from './launchTokens.ts';
import { createSessions, type Session } from './sessions.ts';

/** `__Host-`: only this very host may set it, over https or on this machine, and for all paths (RFC 6265bis, 4.1.3). */
export const sessionCookie = '__Host-session';

export interface AuthenticationOptions {
  /** How browsers reach this server: the audience of launch tokens, and where the provider sends agents back to. */
  publicOrigin: string;
  /** Whether agents have to sign in; else whoever asks without a proof may do everything. */
  required: boolean;
  hosts: readonly Host[];
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** What a framed panel gets for its proof, as `/api/launch` answers it. */
interface LaunchAnswer {
  accessToken: string;
  expiresInSeconds: number;
  /** Absent where the agent signed in themselves, and may open any customer. */
  customerId?: string;
  /** The id tells the panel's own page whose unsaved edits it keeps. */
  agent: Agent;
  mayWrite: boolean;
}

/** Who is asking: sessions of agents who signed in, and launch and access tokens of framed panels. */
export interface Authentication {
  readonly publicOrigin: string;
  readonly required: boolean;
  /** The configured host of an origin; whatever a request names is a key into the configuration and nothing more. */
  hostOf(origin: string | undefined): Host | undefined;
  /** What the request proves; `undefined` where it proves nothing. A wrong token is not made up for by a cookie. */
  grantOf(request: Request): Grant | undefined;
  /** The id in the request's cookie, if that session is alive. */
  sessionIdOf(request: Request): string | undefined;
  startSession(session: Session): string;
  endSession(id: string): void;
  /** Exchanges a host's launch token. Throws `unauthenticated`, or `upstream_unavailable` without the host's keys. */
  launch(token: string, secret: string | undefined): Promise<{ answer: LaunchAnswer; host: Host }>;
  /** A code by which a popup hands its session's rights to the panel that opened it. */
  issueCode(sessionId: string): string;
  /** Exchanges that code. Throws `unauthenticated`. */
  redeemCode(code: string): LaunchAnswer;
}

const bearer = /^Bearer +([\w-]{43})$/i;

const refusedToken = 'This launch token is not accepted. Open the customer again.';
const refusedCode = 'This code is used or too old. Sign in again.';

function toProblem(error: unknown, log: Log): unknown {
  if (!(error instanceof LaunchError)) return error;
  log({ level: 'error', event: 'launch', outcome: error.kind, code: error.code });
  return error.kind === 'refused'
    ? new ApiProblem('unauthenticated', refusedToken)
    : new ApiProblem(
        'upstream_unavailable',
        'The keys of this desktop cannot be fetched. Try again.',
      );
}

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { publicOrigin, required, hosts, log, now = Date.now } = options;
  const sessions = createSessions(now);
  const access = createAccessTokens(now);
  const launchTokens = createLaunchTokens({ audience: publicOrigin, hosts, now });

  const grantOfSession = (proof: 'session' | 'popup', { agent, mayWrite }: Session): Grant => ({
    proof,
    agent,
    mayWrite,
    customers: 'all',
  });

  const cookieOf = (request: Request) =>
    parse(request.headers.get('Cookie') ?? '', sessionCookie)[sessionCookie];

  function grantOfToken(token: string | undefined): Grant | undefined {
    const issued = token === undefined ? undefined : access.find(token);
    if (issued?.sessionId === undefined) return issued?.grant;
    // What came from a session ends with it, and keeps it in use.
    return sessions.find(issued.sessionId) && issued.grant;
  }

  return {
    publicOrigin,
    required,
    hostOf: (origin) => hosts.find((host) => host.origin === origin),
    grantOf(request) {
      const authorization = request.headers.get('Authorization');
      if (authorization !== null) return grantOfToken(bearer.exec(authorization)?.[1]);
      if (!required) return everybody;
      const session = sessions.find(cookieOf(request) ?? '');
      return session && grantOfSession('session', session);
    },
    sessionIdOf(request) {
      const id = cookieOf(request);
      return id !== undefined && sessions.find(id) ? id : undefined;
    },
    startSession: (session) => sessions.start(session),
    endSession: (id) => sessions.end(id),
    async launch(token, secret) {
      const launch = await launchTokens.redeem(token, secret).catch((error: unknown) => {
        throw toProblem(error, log);
      });
      const { agent, customerId, mayWrite, host } = launch;
      const grant: Grant = {
        proof: 'launch',
        agent,
        mayWrite,
        customers: new Set([customerId]),
        host: host.origin,
      };
      const answer = {
        ...access.issue({ grant }),
        customerId,
        agent,
        mayWrite,
      };
      return { answer, host };
    },
    issueCode: (sessionId) => access.issueCode(sessionId),
    redeemCode(code) {
      const sessionId = access.takeCode(code);
      const session = sessionId === undefined ? undefined : sessions.find(sessionId);
      if (sessionId === undefined || !session) throw new ApiProblem('unauthenticated', refusedCode);
      const { agent, mayWrite } = session;
      return {
        ...access.issue({ grant: grantOfSession('popup', session), sessionId }),
        agent,
        mayWrite,
      };
    },
  };
}
