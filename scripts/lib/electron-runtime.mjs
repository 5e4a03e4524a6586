import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runBin } from './run.mjs';

const PROGRAM = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}[process.platform] ?? 'electron';

/** Where Electron's own installer takes its runtime from, unless a mirror is named. */
const SOURCE = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/electron/electron/releases/';
const REACHABLE_WITHIN_MS = 4_000;
const DOWNLOAD_WITHIN_MS = 10 * 60_000;

/**
 * Path of an Electron program that runs here, or null: one that is named or installed, else one
 * that is downloaded, which is not even tried where its source does not answer.
 */
export async function findElectron({ download = true } = {}) {
  if (!hasScreen()) return null;
  const present = presentElectron();
  if (present !== null || !download) return present;
  if (!(await isReachable(SOURCE))) return null;
  process.stdout.write('Téléchargement d’Electron (une seule fois, environ 120 Mo)…\n');
  await runBin('install-electron', [], { stdio: 'ignore', timeout: DOWNLOAD_WITHIN_MS });
  return presentElectron();
}

/** Path of an Electron that is on this machine already and answers, or null. */
export function presentElectron() {
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join(ROOT, 'node_modules/electron/dist')];
  const programs = folders.filter(Boolean).map((folder) => join(folder, PROGRAM));
  return programs.find((path) => existsSync(path) && answers(path)) ?? null;
}

/** As root, Linux allows Electron no sandbox. */
export const electronFlags = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function answers(path) {
  return spawnSync(path, ['--version', ...electronFlags()], { timeout: 15_000, stdio: 'ignore' }).status === 0;
}

async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) });
    return true;
  } catch {
    return false;
  }
}
