import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { nuxtUiOptions } from './nuxt-ui.config.ts';

const ROOT = import.meta.dirname;

/** What every project of tests shares. */
const common = { globals: false, testTimeout: 20_000, hookTimeout: 30_000, restoreMocks: true, unstubGlobals: true, unstubEnvs: true } as const;

/** These put a stand-in in the place of a module (`electron`, the portal's calls): each file has its modules to itself. */
const MOCKING = ['tests/{unit,integration}/shell/**/*.test.ts', 'tests/portal/client/**/*.test.ts'];

export default defineConfig({
  root: ROOT,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        root: ROOT,
        test: {
          ...common,
          name: 'host',
          environment: 'node',
          include: ['tests/{unit,integration,portal}/**/*.test.ts'],
          exclude: MOCKING,
          // Modules are read once a worker, not once a file: half the time. Each test has its own database.
          isolate: false,
          // French town by default, whatever the machine: rules must hold in its zone.
          env: { TZ: 'Europe/Paris' },
        },
      },
      {
        root: ROOT,
        test: { ...common, name: 'shell', environment: 'node', include: MOCKING, env: { TZ: 'Europe/Paris' } },
      },
      {
        root: ROOT,
        plugins: [vue(), ui(nuxtUiOptions)],
        test: {
          ...common,
          name: 'pages',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.ts'],
          env: { TZ: 'Europe/Paris' },
          css: false,
        },
      },
    ],
  },
});
