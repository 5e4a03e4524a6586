// Measures, compiled as the program is: `npm run bench`. Arguments name the measures to run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildStale } from './build.mjs';
import { ROOT, run } from './lib/run.mjs';

const ENTRY = join(ROOT, 'tests/bench/bench.ts');
const OUTPUT = join(ROOT, 'out/bench');

if (!existsSync(ENTRY)) throw new Error('tests/bench/bench.ts is missing');
await buildStale();
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: ENTRY,
    target: 'node20',
    outDir: OUTPUT,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
});
process.exitCode = await run(process.execPath, ['--enable-source-maps', '--expose-gc', join(OUTPUT, 'bench.js'), ...process.argv.slice(2)]);
