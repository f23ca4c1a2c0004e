import { connect } from 'node:net';
import { ids, writes } from './agent.ts';
import { provoked, test } from './office.ts';
import { expect } from './product.ts';

test.use({ provoked });

/** What a server answers to bytes that no browser and no client library would send. */
async function answerTo(origin: string, request: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

const get = async (origin: string, path: string, headers: readonly string[] = []) =>
  answerTo(
    origin,
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${new URL(origin).host}`,
      ...headers,
      'Connection: close',
      '',
      '',
    ].join('\r\n'),
  );

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const headersOf = (answer: string) => answer.slice(0, answer.indexOf('\r\n\r\n'));

for (const path of [
  '/api/customers/..',
  '/api/customers/%2e%2e',
  '/api/customers/%2e%2e%2fagents',
  '/api/customers/..%2f..%2fagents',
  '/api/customers/maya%2fcustom-attributes',
  '/api/customers/maya%00',
  '/api/customers/maya%0d%0aX-Injected:%20yes',
  '/api/customers/maya;x=1',
  '/api/customers/%E0%A4%A',
  '/api/customers//agents',
  '/api/customers/../../api/v1/agents',
  `/api/customers/${'x'.repeat(50)}`,
  '/api/../api/v1/agents',
  '/assets/../../server/main.js',
  '/assets/..%2f..%2fserver%2fmain.js',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/host.js/../../package.json',
  '//evil.example/api/customers/maya',
])
  test(`the path ${path.slice(0, 60)} leads nowhere`, async ({ server, gladly }) => {
    const answer = await get(server.origin, path);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toContain('X-Injected: yes\r');
    // Nothing of ours is in the answer, and Gladly was not asked.
    expect(answer).not.toMatch(/createServer|"dependencies"|customAttributes/);
    expect(gladly.requests).toEqual([]);
  });

for (const path of [
  '/sign-in?to=%0d%0aSet-Cookie:%20a=b',
  '/sign-in?to=//evil.example/',
  '/sign-in?to=https://evil.example/',
  '/sign-in?to=/%5cevil.example',
  '/?customer=%0d%0aSet-Cookie:%20a=b',
  '/embed?host=https://evil.example%0d%0aX-Injected:%20yes',
  '/embed?host=*',
  "/embed?host='self'",
  `/embed?customer=${ids.maya}%0d%0aX-Injected:%20yes`,
])
  test(`the question ${path} writes no header and leads to no other site`, async ({ office }) => {
    const headers = headersOf(await get(office.guarded.origin, path));
    expect(headers).not.toMatch(/^X-Injected|Set-Cookie: a=b/m);
    expect(headers).not.toMatch(/^Location:.*\/\/evil\.example/im);
    expect(headers).toContain("frame-ancestors 'none'");
  });

test('another site’s name that points to this machine is not answered', async ({ server }) => {
  const { origin } = server;
  const request = `GET /api/customers/${ids.maya} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
  expect(statusOf(await answerTo(origin, request))).toBe(403);
});

test.describe('a body', () => {
  const post = (origin: string, path: string, headers: readonly string[], body: string) =>
    answerTo(
      origin,
      [
        `POST ${path} HTTP/1.1`,
        `Host: ${new URL(origin).host}`,
        'Content-Type: application/json',
        'Connection: close',
        ...headers,
        '',
        body,
      ].join('\r\n'),
    );

  test('that says that it is too long is not read', async ({ office }) => {
    const answer = await post(
      office.guarded.origin,
      '/api/launch',
      ['Content-Length: 9999999'],
      '{',
    );
    expect(statusOf(answer)).toBe(413);
  });

  test('that turns out too long is not read to its end', async ({ office }) => {
    const chunk = 'x'.repeat(0x1000);
    const chunks = Array.from({ length: 8 }, () => `1000\r\n${chunk}\r\n`).join('');
    const headers = ['Transfer-Encoding: chunked'];
    expect(
      statusOf(await post(office.guarded.origin, '/api/launch', headers, `${chunks}0\r\n\r\n`)),
    ).toBe(413);
  });

  test('that hardly comes is waited for ten seconds, and others are served', async ({ office }) => {
    const { origin } = office.guarded;
    const slow = post(origin, '/api/launch', ['Content-Length: 100'], '{"token":');
    expect(statusOf(await get(origin, '/healthz'))).toBe(200);
    const answer = await slow;
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain('did not arrive in time');
  });

  test('with two lengths is refused', async ({ office, gladly }) => {
    const headers = ['Content-Length: 4', 'Transfer-Encoding: chunked'];
    const answer = await post(office.guarded.origin, '/api/launch', headers, '0\r\n\r\nGET /');
    expect(statusOf(answer)).toBe(400);
    expect(writes(gladly)).toBe(0);
  });
});
