import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** What the server signs in to Gladly with: looked for wherever it must not be. */
export const access = { agentEmail: 'e2e-agent@example.com', apiToken: 'e2e-token-5c0f7d2b' };

export interface RunningServer {
  origin: string;
  /** Everything that it has printed so far. */
  output: () => string;
  /** As an operator stops it. */
  stop: () => Promise<void>;
  /** As a crash stops it, in the middle of whatever it does. */
  kill: () => Promise<void>;
}

/** A port that is free now: for a server whose address has to be known before it starts. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The environment in which the server listens there, and its own pages may frame the panel. */
export const framedByItself = (port: number) => ({
  PORT: String(port),
  HOSTS: JSON.stringify([{ origin: `http://127.0.0.1:${port}` }]),
});

/** The environment that points the server to a Gladly. */
export const gladlyAt = (origin: string) => ({
  GLADLY_ORIGIN: origin,
  GLADLY_AGENT_EMAIL: access.agentEmail,
  GLADLY_API_TOKEN: access.apiToken,
  SIGN_IN: 'none',
});

/** The built server as a process of its own. Without `GLADLY_…` it is the demo, with the emulator inside. */
export async function startServer(env: Record<string, string>): Promise<RunningServer> {
  if (!existsSync(entry))
    throw new Error(
      'There is no built product to test. Run "npm run build" before "npm run test:e2e".',
    );
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /^Customer profile\s+(http:\S+)\/$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The server did not start:\n${output}`)));
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    origin,
    output: () => output,
    stop: async () => end('SIGTERM'),
    kill: async () => end('SIGKILL'),
  };
}
