// Makes the installers of the system it runs on, in dist/: `npm run dist`. See docs/desktop.md.
import { buildStale } from './build.mjs';
import { run, runBin } from './lib/run.mjs';

const ARCHITECTURES = { win32: ['x64'], darwin: ['x64', 'arm64'] }[process.platform];

if (!ARCHITECTURES) {
  process.stderr.write('Les installateurs se fabriquent sous Windows (NSIS) ou sous macOS (dmg).\n');
  process.exit(1);
}

await buildStale();
process.exitCode = await makeAll(ARCHITECTURES);

async function makeAll(architectures) {
  try {
    for (const architecture of architectures) {
      const code = (await buildSqlite(architecture)) || (await runBin('electron-builder', ['--publish', 'never', `--${architecture}`]));
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    // The sources need their own again.
    await buildSqlite(process.arch);
  }
}

/** The database's native code is Node-API: it fits Node and Electron alike, but one processor only. */
function buildSqlite(architecture) {
  return run('npm', ['rebuild', 'sqlite3'], { shell: process.platform === 'win32', env: { ...process.env, npm_config_arch: architecture } });
}
