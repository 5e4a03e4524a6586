// Checks every part of the program with one incremental build: `npm run types`.
import { prepareNuxtUi } from './lib/nuxt-ui.mjs';
import { runBin } from './lib/run.mjs';

await prepareNuxtUi();
process.exitCode = await runBin('vue-tsc', ['-b', ...process.argv.slice(2)]);
