import react from '@vitejs/plugin-react';
import type { BuildOptions, Plugin } from 'vite';

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

/** React Query brings what fetches lists page by page, which no list here is: 0.5 kB of every first load. */
function noInfiniteQueries(): Plugin {
  return {
    name: 'no-infinite-queries',
    apply: 'build',
    load: {
      filter: { id: /query-core\/build\/modern\/infiniteQueryBehavior\.js$/ },
      handler: () => `
        const none = () => { throw new Error('vite.browser.ts leaves infinite queries out.'); };
        export { none as hasNextPage, none as hasPreviousPage, none as infiniteQueryBehavior };`,
    },
  };
}

/** What React DOM takes of React and of its own small part: where they meet, and a number to compare. */
const usedByReactDom: Record<string, readonly string[]> = {
  react: ['__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE', 'version'],
  'react-dom': ['__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'],
};

/** Throws when React DOM takes more: what was left out would be missed in the middle of something. */
function checkUse(code: string): void {
  for (const [name, known] of Object.entries(usedByReactDom)) {
    const variable = new RegExp(`(\\w+) = require\\("${name}"\\)`).exec(code)?.[1];
    if (variable === undefined) continue;
    const used = code.matchAll(new RegExp(`(?<![\\w$.])${variable}\\.(\\w+)`, 'g'));
    const more = Array.from(used, ([, member = '']) => member).filter(
      (member) => !known.includes(member),
    );
    if (more.length > 0)
      throw new Error(`React DOM takes ${more.join(', ')} of ${name}: see vite.browser.ts.`);
  }
}

/**
 * React DOM `require`s React whole, so that whatever React exports counts as used, such as `Children` or `preload`. With what it
 * takes named, the rest is left out: 1.9 kB of every first load.
 */
function partsOfReact(): Plugin {
  const prefix = '\0used-by-react-dom:';
  const isReactDom = /\/node_modules\/react-dom\/cjs\/[\w-]+(?:\.[\w-]+)*\.production\.js$/;
  return {
    name: 'parts-of-react',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^react(-dom)?$/ },
      handler: (id, importer = '') => (isReactDom.test(importer) ? prefix + id : null),
    },
    load: {
      filter: { id: new RegExp(`^${prefix}`) },
      handler(id) {
        const name = id.slice(prefix.length);
        return `export { ${usedByReactDom[name]?.join(', ')} } from '${name}';`;
      },
    },
    transform: { filter: { id: isReactDom }, handler: checkUse },
  };
}

/** What makes the pages of the product, and of the benchmark that has to measure the same. */
export const browserPlugins = () => [react(), plainImports(), noInfiniteQueries(), partsOfReact()];

export const browserBuild = {
  target: 'es2022',
  // light-dark() as the browsers have it since 2024; rewritten for older ones it no longer follows data-theme.
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  modulePreload: false,
  cssCodeSplit: false,
  rolldownOptions: {
    // No code here does anything by being read.
    treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
    output: {
      // All that a profile needs to be read comes in one request.
      codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] },
      // Nearly all of it runs at once, so Chromium may compile it while it arrives, beside the main thread, instead of
      // function by function at the first call: https://v8.dev/blog/explicit-compile-hints
      postBanner: ({ isEntry }) => (isEntry ? '//# allFunctionsCalledOnLoad' : ''),
    },
  },
} satisfies BuildOptions;
