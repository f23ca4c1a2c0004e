import { defineConfig } from 'vite';
import { apiInDevServer } from './src/dev/apiInDevServer.ts';
import { browserBuild, browserPlugins } from './vite.browser.ts';

/** `vite build` makes the browser's part, `vite build --ssr ENTRY` the server's. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [...browserPlugins(), apiInDevServer()],
  server: { host: '127.0.0.1', port: 5173 },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        sourcemap: true,
      }
    : { ...browserBuild, outDir: 'dist/client', manifest: true },
}));
