// Finds a Chromium for the tests, or installs Debian's where that can be done: `node scripts/ensure-chromium.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isCalledDirectly } from './lib/run.mjs';

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const INSTALL_WITHIN_MS = 10 * 60_000;

/** Path of a Chromium, Chrome or Edge on this machine, or null. `CHROMIUM_PATH` comes first. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return [...installedCandidates(), ...playwrightCandidates()].find((path) => existsSync(path)) ?? null;
}

/** Path of a Chromium, installed first where Linux has apt and we are root. Throws a French sentence otherwise. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (canUseApt()) {
    process.stdout.write('Installation de Chromium pour les essais…\n');
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(howToInstall());
}

function howToInstall() {
  if (process.env.CHROMIUM_PATH) return `CHROMIUM_PATH nomme un fichier qui n’existe pas : ${process.env.CHROMIUM_PATH}`;
  const how = {
    linux: 'installez-le (sous Debian ou Ubuntu : sudo apt-get install chromium)',
    darwin: 'installez Google Chrome dans le dossier Applications',
    win32: 'installez Google Chrome ou Microsoft Edge',
  }[process.platform] ?? 'installez-le';
  return `Chromium manque pour les essais : ${how}, ou indiquez son chemin dans CHROMIUM_PATH.`;
}

function installedCandidates() {
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => join(root, program)));
  }
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** What Playwright downloaded on a developer's machine. */
function playwrightCandidates() {
  const cache = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[process.platform];
  if (!cache || !existsSync(cache)) return [];
  const programs = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse();
  return versions.flatMap((version) => programs.map((program) => join(cache, version, program)));
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function apt(args) {
  const result = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: INSTALL_WITHIN_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) process.stderr.write(`apt-get ${args.join(' ')} : ${result.stderr.trim().split('\n').slice(-3).join('\n')}\n`);
}

if (isCalledDirectly(import.meta)) {
  try {
    process.stdout.write(`${ensureChromium()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
