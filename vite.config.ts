import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiInDevServer } from './src/dev/apiInDevServer.ts';

const serverEntry = fileURLToPath(new URL('./src/server/main.ts', import.meta.url));

/** `vite build` makes the browser's part, `vite build --ssr` the server's. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), apiInDevServer()],
  server: { host: '127.0.0.1', port: 5173 },
  build: isSsrBuild
    ? {
        ssr: serverEntry,
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        sourcemap: true,
      }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        manifest: true,
        modulePreload: { polyfill: false },
      },
}));
