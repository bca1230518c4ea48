import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { hangLimit } from './build/hangLimit.ts';
import { messages } from './build/messages.ts';
import { regions } from './build/regions.ts';

const pages = ['home', 'control', 'site', 'sign-in'];

// Everything that the pages need lies in files of their own, so that the server's content policy can forbid whatever is
// written into a page: no inlined assets, no preload polyfill. The public page is built apart (`--mode watch`), so that
// it carries nothing that only the others need.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), messages(), regions()],
  // Which build a page is of: see lib/reloadOnce.ts.
  define: { __BUILD__: JSON.stringify(Date.now().toString(36)) },
  build: {
    outDir: '../IndustrialMap.Live.Server/wwwroot',
    emptyOutDir: mode !== 'watch',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: mode === 'watch' ? 'watch.html' : pages.map((page) => `${page}.html`),
      checks: { pluginTimings: false },
    },
  },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**'],
    pool: 'threads',
    testTimeout: 10_000,
    hookTimeout: 10_000,
    reporters: ['default', hangLimit(60_000)],
  },
}));
