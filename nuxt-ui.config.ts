import { fileURLToPath } from 'node:url';
import type { NuxtUIOptions } from '@nuxt/ui/vite';

/**
 * How Nuxt UI is built into the staff pages: icons are taken in at build time (no icon server is
 * ever asked), components are found by name, everything else is imported by hand.
 */
export const nuxtUiOptions: NuxtUIOptions = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  autoImport: false,
  components: { dts: false, dirs: [] },
  icon: { clientBundle: { scan: { globInclude: ['src-renderer/**/*.{vue,ts}'] } } },
  ui: { colors: { primary: 'preau', neutral: 'stone' } },
};
