import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Emulator } from './emulator.ts';

/**
 * Serves an emulator on 127.0.0.1; port 0 takes any free one. Where `fetch` rejects, the socket is
 * destroyed without an answer, as when a connection dies. Rejects when the port cannot be had.
 */
export async function serveEmulator(
  emulator: Pick<Emulator, 'fetch'>,
  { port }: { port: number },
): Promise<{ origin: string; close: () => Promise<void> }> {
  const listener = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await emulator.fetch(request);
      } catch {
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
