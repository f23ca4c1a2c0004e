import { readCommandLine } from './commandLine.ts';
import { createEmulator } from './emulator.ts';
import { serveEmulator } from './serve.ts';

const read = readCommandLine(process.argv.slice(2), process.env);
if ('problems' in read) {
  refuseToStart(read.problems);
} else {
  const { options, port } = read;
  const emulator = createEmulator(options);
  try {
    const served = await serveEmulator(emulator, { port });
    const stop = () => void served.close();
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    const token = options.apiToken === undefined ? 'emulator-token' : '(GLADLY_API_TOKEN)';
    console.log(`Gladly's API, emulated: ${served.origin}/api/v1`);
    console.log(`Basic auth: ${options.agentEmail ?? 'agent@example.com'} / ${token}`);
    console.log(`Customers: ${emulator.control.ids().join(' ')}`);
  } catch (error) {
    refuseToStart([error instanceof Error ? error.message : String(error)]);
  }
}

function refuseToStart(problems: readonly string[]): void {
  console.error(['The emulator cannot start:', ...problems.map((each) => `- ${each}`)].join('\n'));
  process.exitCode = 1;
}
