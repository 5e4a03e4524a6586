import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const chromium = findChromium();
const isRoot = process.getuid?.() === 0;

/** Both sets of pages, walked in a real browser against the built host. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: at('test-results'),
  globalSetup: at('tests/e2e/support/build-demo.ts'),
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: [['list'], ['json', { outputFile: at('.cache/playwright.json') }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 8_000,
    navigationTimeout: 15_000,
    // What slides in is at its place at once, as for whoever asks their system for it.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace films every step: it costs a sixth of the time. `PREAU_TRACE=1` when a failure is looked into.
    trace: process.env.PREAU_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ['--disable-background-networking', '--disable-component-update', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
