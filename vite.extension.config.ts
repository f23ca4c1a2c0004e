import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { createManifest, readBuiltIn } from './extension/manifest.ts';
import packageJson from './package.json' with { type: 'json' };

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const builtIn = readBuiltIn(process.env);

function manifest(): Plugin {
  return {
    name: 'manifest',
    generateBundle() {
      const source = `${JSON.stringify(createManifest(packageJson.version, builtIn), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
    },
  };
}

/** The browser extension, unpacked, in `dist/extension`. `PANEL_ORIGIN` and `CUSTOMER_ADDRESSES` fix its settings. */
export default defineConfig({
  root: path('extension'),
  base: './',
  plugins: [manifest()],
  define: { BUILT_IN: JSON.stringify(builtIn) },
  build: {
    outDir: path('dist/extension'),
    emptyOutDir: true,
    target: 'chrome123',
    modulePreload: false,
    rolldownOptions: {
      input: {
        background: path('extension/background.ts'),
        sidepanel: path('extension/sidepanel.html'),
        options: path('extension/options.html'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
        assetFileNames: '[name][extname]',
      },
    },
  },
});
