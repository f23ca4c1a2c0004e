import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <title>Acme desk</title>
    <style>
      body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; }
      header { padding: 12px 24px; font-weight: 600; color: #fff; background: #24384f; }
      main { max-width: 640px; padding: 24px; }
      h1 { margin: 0 0 16px; font-size: 18px; }
      p { width: fit-content; max-width: 44ch; margin: 0 0 12px; padding: 10px 14px; border-radius: 12px; background: #eef1f5; }
      p.out { margin-inline-start: auto; color: #fff; background: #2c6e63; }
    </style>
  </head>
  <body>
    <header>Acme desk</header>
    <main>
      <h1>My parcel has not come</h1>
      <p>Hi, my order should have been here on Tuesday. Could you look where it is?</p>
      <p class="out">Of course. I have it in front of me: it waits at the depot for a signature.</p>
      <p>I am never home before six. Can they leave it with a neighbour?</p>
    </main>
  </body>
</html>`;

export interface Desktop {
  origin: string;
  /** How it addresses customers. */
  pattern: string;
}

/** Somebody else's desktop on a port of its own. It is one page: which customer is open stands in its address alone. */
export async function serveDesktop(): Promise<Desktop & { close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, pattern: `${origin}/customer/:customer{/*}?`, close: () => server.close() };
}
