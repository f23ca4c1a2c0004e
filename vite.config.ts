import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { apiInDevServer } from './src/dev/apiInDevServer.ts';

/**
 * Around each `import()` Vite puts a function that first fetches the styles and chunks which that one needs. Here all styles are
 * one file and `modulePreload` is off, so there is never anything to fetch, and the function would be 0.8 kB of every first load.
 */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: ({ build }, { command }) => command === 'build' && build?.cssCodeSplit === false,
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

/** `vite build` makes the browser's part, `vite build --ssr ENTRY` the server's. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), apiInDevServer(), plainImports()],
  server: { host: '127.0.0.1', port: 5173 },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        sourcemap: true,
      }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        // light-dark() as the browsers have it since 2024; rewritten for older ones it no longer follows data-theme.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        manifest: true,
        modulePreload: false,
        cssCodeSplit: false,
        // All that a profile needs to be read comes in one request.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } },
        },
      },
}));
