import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  let onOutput = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      onOutput = () => pattern.test(output) && resolve(output);
      onOutput();
      void ended.then(() => reject(new Error(output)));
    });
  return { child, ended, printed };
}

it('names everything that is wrong, and exits with 1', async () => {
  const seed = fileWith('broken.json', '[{"id":1},2]');
  const { code, output } = await start([
    '--port=x',
    '--custom-attributes',
    'both',
    '--attribute-values=',
    '--rate-limit=0',
    '--verbose',
    'extra',
    '--seed',
    seed,
  ]).ended;
  expect(code).toBe(1);
  expect(output).toBe(`The emulator cannot start:
- --attribute-values needs a value
- --verbose is no flag of the emulator
- "extra" belongs to no flag
- --port must be a whole number from 0 to 65535, not "x"
- --custom-attributes must be replace or merge, not "both"
- --rate-limit must be a whole number from 1 to 1000000 or off, not "0"
- --seed ${seed}: entry 0 has no usable id; entry 1 is no object
`);
}, 30_000);

it('names a seed file that cannot be read', async () => {
  const { code, output } = await start(['--seed', join(folder, 'none.json'), '--port']).ended;
  expect(code).toBe(1);
  expect(output).toContain('--port needs a value');
  expect(output).toContain('ENOENT');
}, 30_000);

it('serves what its flags and environment say, and stops on SIGTERM', async () => {
  const seed = fileWith('seed.json', '[{"id":"one","customAttributes":{"a":1.0}}]');
  const { child, ended, printed } = start(
    ['--port', '0', '--custom-attributes=merge', '--rate-limit', 'off', `--seed=${seed}`],
    { GLADLY_AGENT_EMAIL: 'me@example.com', GLADLY_API_TOKEN: 'secret-1' },
  );
  const text = await printed(/Customers: one\n/);
  expect(text).toContain('me@example.com');
  expect(text).not.toContain('secret-1');
  const base = /http:\S+/.exec(text)?.[0] ?? '';
  const headers = { Authorization: `Basic ${btoa('me@example.com:secret-1')}` };
  const url = `${base}/customer-profiles/one`;
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const body = '{"customAttributes":{"b":2}}';
      return (await fetch(url, { method: 'PATCH', headers, body })).status;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(await (await fetch(url, { headers })).text()).toContain(
    '"customAttributes":{"a":1.0,"b":2}',
  );
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}, 30_000);
