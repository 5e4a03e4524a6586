// Builds what is stale and starts Préau: `npm start`, `npm run demo`; without a window: `npm run host`.
// Every other argument goes on to the program.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildStale } from './build.mjs';
import { electronFlags, findElectron } from './lib/electron-runtime.mjs';
import { ROOT } from './lib/run.mjs';

const args = process.argv.slice(2).filter((argument) => argument !== '--no-window');
const wantsWindow = !process.argv.includes('--no-window');

await buildStale();
const electron = wantsWindow ? await findElectron() : null;
if (wantsWindow && electron === null) {
  process.stdout.write(
    'Electron n’est pas disponible ici : Préau démarre sans fenêtre, les pages de gestion s’ouvrent dans le navigateur.\n',
  );
}

const child =
  electron === null
    ? spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'out/main/host.js'), ...args], { stdio: 'inherit' })
    : spawn(electron, [...electronFlags(), ROOT, ...args], { stdio: 'inherit' });

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`Préau n’a pas pu démarrer : ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
