import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { nuxtUiOptions } from './nuxt-ui.config.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Programs of the host side, each a file of its own in out/main. */
const programs: Record<string, string> = {
  shell: 'src-main/shell/main.ts',
  host: 'src-main/host/main.ts',
  'host-process': 'src-main/shell/host-process.ts',
};

const present = Object.fromEntries(
  Object.entries(programs).map(([name, path]) => [name, at(path)] as const).filter(([, path]) => existsSync(path)),
);

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      // The same files run in Electron and under plain Node 20.
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: present,
        // Chunks lie beside the programs, so that a path from import.meta.url is the same for all.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload is one CommonJS file with nothing to require but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    base: '/',
    plugins: [vue(), ui(nuxtUiOptions)],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // Tablets and second PCs open the same pages in a browser of their own.
      target: 'es2022',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('src-renderer/index.html') },
    },
  },
});
