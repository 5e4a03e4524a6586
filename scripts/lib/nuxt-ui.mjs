import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { ROOT } from './run.mjs';

const FOLDER = `${ROOT}/node_modules/.nuxt-ui`;
const COMPONENTS = `${ROOT}/node_modules/@nuxt/ui/dist/runtime/components`;
const OVERRIDES = { Icon: 'vue/components/Icon.vue', Link: 'vue/overrides/vue-router/Link.vue' };

/**
 * Writes what the type check of the staff pages needs from Nuxt UI and only its build makes:
 * theme templates and the names of its components. Does nothing when the version is done already.
 */
export async function prepareNuxtUi() {
  const { version } = JSON.parse(readFileSync(`${ROOT}/node_modules/@nuxt/ui/package.json`, 'utf8'));
  const stamp = `${FOLDER}/.version`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;

  const { loadConfigFromFile, resolveConfig } = await import('vite');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, `${ROOT}/electron.vite.config.ts`);
  await resolveConfig({ ...loaded.config.renderer, configFile: false }, 'build', 'production');

  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/components.d.ts`, globalComponents());
  writeFileSync(stamp, version);
}

function globalComponents() {
  const names = readdirSync(COMPONENTS, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.vue'))
    .map((entry) => entry.name.replace(/\.vue$/, ''));
  const lines = names.map((name) => {
    const path = OVERRIDES[name] ?? `components/${name}.vue`;
    return `    U${name}: typeof import('@nuxt/ui/runtime/${path}')['default'];`;
  });
  return `export {};\ndeclare module 'vue' {\n  export interface GlobalComponents {\n${lines.join('\n')}\n  }\n}\n`;
}
