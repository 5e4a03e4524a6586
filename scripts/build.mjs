// Builds what has changed since the last build: `npm run build`. `--force` builds everything.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearStamp, isFresh, writeStamp } from './lib/build-stamp.mjs';
import { compressFolder } from './lib/compress.mjs';
import { isCalledDirectly, ROOT } from './lib/run.mjs';

const PARTS = [
  { name: 'programme', key: 'main', folders: ['src-main', 'portal/server'], output: 'out/main' },
  { name: 'passerelle', key: 'preload', folders: ['src-main/shell/preload.ts'], output: 'out/preload' },
  { name: 'pages de gestion', key: 'renderer', folders: ['src-renderer'], output: 'out/renderer', pages: true },
  { name: 'portail parents', key: 'portal', folders: ['portal/client'], output: 'out/portal', pages: true },
];

/** Builds the parts that are stale. Returns how many were built. */
export async function buildStale({ force = false } = {}) {
  const stale = PARTS.filter((part) => force || !isFresh(part));
  if (stale.length === 0) return 0;
  process.env.NODE_ENV = 'production';
  const configs = await readConfigs();
  for (const part of stale) await buildPart(part, configs[part.key]);
  return stale.length;
}

// The builders are loaded only when there is something to build: most starts find all fresh.
async function readConfigs() {
  const [{ resolveConfig: resolveElectronConfig }, { loadConfigFromFile }] = await Promise.all([import('electron-vite'), import('vite')]);
  const { config } = await resolveElectronConfig({ root: ROOT, logLevel: 'warn', configFile: join(ROOT, 'electron.vite.config.ts') }, 'build', 'production');
  const portal = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(ROOT, 'portal/client/vite.config.ts'));
  return { ...config, portal: portal.config };
}

async function buildPart(part, config) {
  const { build } = await import('vite');
  const started = performance.now();
  clearStamp(part);
  const outputs = [await build({ ...config, configFile: false, logLevel: 'warn', mode: 'production' })].flat();
  if (part.pages) await compressFolder(join(ROOT, part.output));
  writeStamp(part, outputs.flatMap(({ output }) => output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))));
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  process.stdout.write(`Construit : ${part.name} (${seconds} s)\n`);
}

if (isCalledDirectly(import.meta)) {
  try {
    const built = await buildStale({ force: process.argv.includes('--force') });
    if (built === 0) process.stdout.write('Rien à construire : tout est à jour.\n');
  } catch (error) {
    process.stderr.write(`La construction a échoué.\n${error.message}\n`);
    process.exitCode = 1;
  }
}
