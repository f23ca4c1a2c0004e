import { decodeJwt } from 'jose';
import type { Context, Hono } from 'hono';
import { problemStatus } from '#src/contract/problem.ts';
import { ApiProblem } from '../ApiProblem.ts';
import type { DocumentMarks, HtmlDocument } from '../htmlDocument.ts';
import { readBody } from '../readBody.ts';
import type { ServerEnv } from '../serverEnv.ts';
import type { Authentication } from './authentication.ts';
import type { Host } from './hosts.ts';
import { launchBody } from './launchRoutes.ts';
import { serverPage } from './serverPage.ts';
import { signInText } from './signInText.ts';

interface LaunchPageOptions {
  authentication: Authentication;
  document: HtmlDocument;
  /** What the configuration says to a page whose panel has proved who asks. */
  marks: DocumentMarks;
  /** The code of frames as values of `Link`. */
  frameCode: readonly string[];
}

const noStore = { 'Cache-Control': 'no-store' };

async function readToken(request: Request): Promise<string> {
  const type = 'application/x-www-form-urlencoded';
  const fields = new URLSearchParams(await readBody(request, { ...launchBody, type }));
  const [token, ...more] = fields.getAll('launch_token');
  if (token === undefined || more.length > 0)
    throw new ApiProblem('bad_request', 'Send one launch_token.');
  return token;
}

/** The host that a token says it is from. Good enough to choose who may frame the page that refuses it. */
function claimedHost(authentication: Authentication, token: string): Host | undefined {
  try {
    const origin = decodeJwt(token)['host_origin'];
    return typeof origin === 'string' ? authentication.hostOf(origin) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether another site's page sent the form. Under `no-referrer` and in sandboxes browsers say `null`, which tells nothing. */
function isFromElsewhere(request: Request, { origin }: Host): boolean {
  const from = request.headers.get('Origin');
  return from !== null && from !== 'null' && from !== origin;
}

/**
 * `POST /embed/launch`: a host's page sends the launch token as a form into the panel's frame (as OpenID Connect's
 * form_post does), so that no address ever holds it. No cookie is read or set.
 */
export function serveLaunchPage(server: Hono<ServerEnv>, options: LaunchPageOptions): void {
  const { authentication, document, marks, frameCode } = options;

  function refused(c: Context<ServerEnv>, { code, fields }: ApiProblem) {
    const text = code === 'upstream_unavailable' ? signInText.keysDown : signInText.refused;
    const status = fields.status ?? problemStatus[code];
    return c.html(serverPage(document.styleSheets, text), status, noStore);
  }

  server.post('/embed/launch', async (c) => {
    try {
      const token = await readToken(c.req.raw);
      const claimed = claimedHost(authentication, token);
      if (claimed) c.set('framedBy', claimed.origin);
      if (claimed && isFromElsewhere(c.req.raw, claimed))
        throw new ApiProblem('forbidden', 'The form came from another site.');
      const { answer, host } = await authentication.launch(token, undefined);
      const html = document.marked({ ...marks, host: host.origin, grant: JSON.stringify(answer) });
      // Not compressed: beside a secret, the length would tell what else is in it.
      return c.html(html, 200, {
        ...noStore,
        ...(frameCode.length > 0 && { Link: frameCode.join(', ') }),
      });
    } catch (error) {
      if (error instanceof ApiProblem) return refused(c, error);
      throw error;
    }
  });
  // What a frame shows after a reload that did not send the form again.
  server.get('/embed/launch', (c) =>
    c.html(serverPage(document.styleSheets, signInText.refused), 405, {
      ...noStore,
      Allow: 'POST',
    }),
  );
}
