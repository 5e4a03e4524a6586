import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

type Env = Readonly<Record<string, string | undefined>>;

/** What is looked at: the machine's own, or a test's. */
export interface Machine {
  readonly platform: string;
  readonly env: Env;
  readonly home: string;
  exists(path: string): boolean;
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir(), exists: existsSync });

/** Path of a Chromium, Chrome or Edge, or null. One named by PREAU_BROWSER or CHROMIUM_PATH is taken, or nothing. */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  const named = machine.env.PREAU_BROWSER || machine.env.CHROMIUM_PATH;
  if (named) return machine.exists(named) ? named : null;
  return candidates(machine).find((path) => machine.exists(path)) ?? null;
}

function candidates({ platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) => ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = [...new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), ...LINUX_FOLDERS])];
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** How to get a browser on this system, as the end of a French sentence. */
export function howToGetBrowser(platform: string = process.platform): string {
  if (platform === 'win32') return 'installez Google Chrome ou Microsoft Edge';
  if (platform === 'darwin') return 'installez Google Chrome dans le dossier Applications';
  return 'installez Chromium (sous Debian ou Ubuntu : sudo apt-get install chromium)';
}
