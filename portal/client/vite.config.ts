import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Parents' pages: nothing inline, so that the strict content policy holds. */
export default defineConfig({
  root: at('.'),
  base: '/',
  plugins: [vue(), tailwindcss()],
  build: {
    outDir: at('../../out/portal'),
    emptyOutDir: true,
    target: ['chrome107', 'edge107', 'firefox104', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
