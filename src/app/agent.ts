import * as z from 'zod/mini';

const agentSchema = z.object({ id: z.string(), name: z.string(), mayWrite: z.boolean() });

/** The agent who is signed in, as the server wrote them into the page. */
export type Agent = z.infer<typeof agentSchema>;

/** `undefined` where nobody signs in; throws when the text is something else. */
export const readAgent = (json: string | undefined): Agent | undefined =>
  json === undefined ? undefined : agentSchema.parse(JSON.parse(json));
