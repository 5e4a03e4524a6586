// Applies a rulebook to scenarios: `npm run simulate -- rulebook.json scenario.json`, or `--all folder`.
// Only the simulator is built, and only when it is stale: the standard output is the result alone.
import { join } from 'node:path';
import { clearStamp, isFresh, writeStamp } from './lib/build-stamp.mjs';
import { ROOT, run } from './lib/run.mjs';

const ENTRY = join(ROOT, 'src-main/host/simulate.ts');
const OUTPUT = join(ROOT, 'out/simulate');
const PART = { key: 'simulate', folders: ['src-main/host/simulate.ts', 'src-main/features/rulebook'], output: 'out/simulate' };

async function buildSimulator() {
  const { build } = await import('vite');
  clearStamp(PART);
  const outputs = [
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { ssr: ENTRY, target: 'node20', outDir: OUTPUT, emptyOutDir: true, sourcemap: true, rolldownOptions: { output: { entryFileNames: '[name].js' } } },
    }),
  ].flat();
  writeStamp(PART, outputs.flatMap(({ output }) => output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))));
}

if (!isFresh(PART)) await buildSimulator();
process.exitCode = await run(process.execPath, ['--enable-source-maps', join(OUTPUT, 'simulate.js'), ...process.argv.slice(2)], { cwd: process.cwd() });
