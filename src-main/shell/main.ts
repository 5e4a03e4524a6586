import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { runApplication } from './application';

void runApplication({
  // Unpacked, `electron .` names the folder first.
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  env: process.env,
  platform: process.platform,
  programs: dirname(fileURLToPath(import.meta.url)),
});
