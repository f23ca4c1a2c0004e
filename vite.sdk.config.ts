import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { defineConfig, type Plugin } from 'vite';

const entry = fileURLToPath(new URL('src/sdk/host.ts', import.meta.url));

/** The types, for script tag and module alike. */
function types(): Plugin {
  return {
    name: 'types',
    generateBundle({ format }) {
      const { outputText } = ts.transpileDeclaration(readFileSync(entry, 'utf8'), {});
      const isModule = format === 'es';
      this.emitFile({
        type: 'asset',
        fileName: isModule ? 'host.d.mts' : 'host.d.ts',
        source: isModule ? outputText : `${outputText}export as namespace CustomerProfile;\n`,
      });
    },
  };
}

/** The script for desktops that embed the panel: `dist/host.js` for a script tag, `dist/host.mjs` for a module. */
export default defineConfig({
  plugins: [types()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2020',
    minify: true,
    lib: {
      entry,
      name: 'CustomerProfile',
      formats: ['iife', 'es'],
      fileName: (format) => (format === 'iife' ? 'host.js' : 'host.mjs'),
    },
  },
});
