import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { messages } from './build/messages.ts';
import { regions } from './build/regions.ts';

const pages = ['home', 'watch', 'control', 'site', 'sign-in'];

// One page a screen. Everything the pages need lies in files of their own, so that the server's content policy can
// forbid whatever is written into a page: no inlined assets, no preload polyfill.
export default defineConfig({
  plugins: [svelte(), messages(), regions()],
  build: {
    outDir: '../IndustrialMap.Live.Server/wwwroot',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { input: pages.map((page) => `${page}.html`) },
  },
  test: { include: ['**/*.test.ts'], exclude: ['node_modules/**'] },
});
