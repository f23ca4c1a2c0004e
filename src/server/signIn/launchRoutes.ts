import { Hono } from 'hono';
import * as z from 'zod/mini';
import { paths } from '#src/contract/paths.ts';
import { ApiProblem } from '../ApiProblem.ts';
import { readBody } from '../readBody.ts';
import type { ServerEnv } from '../serverEnv.ts';
import type { Authentication } from './authentication.ts';

const launchSchema = z.strictObject({ token: z.string(), secret: z.string() });
const codeSchema = z.strictObject({ code: z.string() });

/** Anything longer is no launch token of anybody. */
export const launchBody = { maxBytes: 16_384, timeoutMs: 10_000 } as const;

async function readLaunchBody<T>(request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  const text = await readBody(request, launchBody);
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new ApiProblem('bad_request', 'The body is not what this address takes.');
  }
}

/** What a framed panel calls before it has a grant: a host's token, or a popup's code, for an access token. */
export function createLaunchRoutes(authentication: Authentication): Hono<ServerEnv> {
  const routes = new Hono<ServerEnv>();
  routes.post(paths.launch, async (c) => {
    const { token, secret } = await readLaunchBody(c.req.raw, launchSchema);
    const { answer } = await authentication.launch(token, secret);
    return c.json(answer);
  });
  routes.post(paths.launchCode, async (c) => {
    const { code } = await readLaunchBody(c.req.raw, codeSchema);
    return c.json(authentication.redeemCode(code));
  });
  return routes;
}
