import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, session } from 'electron';
import { denyPermissions } from './deny-permissions';
import { asksForPortal, hostLaunch, isDemo, shellFolder } from './host-arguments';
import { declareScheme, servePages } from './pages-protocol';
import { startedByLogin } from './portal-presence';
import { SettingsFile } from './settings';
import { Shell } from './shell';

export interface ApplicationOptions {
  /** The command line without the program itself. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The folder of the built programs, `out/main`. */
  readonly programs: string;
}

/** Runs the desktop application: locked down first, then one instance of it for each data folder. */
export async function runApplication(options: ApplicationOptions): Promise<void> {
  keepApart(shellFolder(options.args, options.env, app.getPath('appData')));
  app.setAppUserModelId('fr.preau.app');
  app.commandLine.appendSwitch('lang', 'fr');
  app.enableSandbox();
  declareScheme();
  if (!app.requestSingleInstanceLock()) return app.quit();
  await app.whenReady();
  open(options);
}

/** A folder that cannot be written is left to the host, which refuses it with a sentence. */
function keepApart(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    return;
  }
}

function open({ args, env, platform, programs }: ApplicationOptions): void {
  const shell = new Shell({
    settings: readSettings(args, env),
    hostProgram: join(programs, 'host-process.js'),
    launch: (portalOn) => hostLaunch(args, env, portalOn),
    preload: resolve(programs, '../preload/preload.cjs'),
    windowIcon: icon('preau.png'),
    trayIcon: icon(platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    platform,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    // An installed program has no terminal to print to.
    print: (text) => void (app.isPackaged || process.stdout.write(text)),
  });
  servePages(resolve(programs, '../renderer'), () => shell.stoppedPage());
  denyPermissions(session.defaultSession);
  app.setAboutPanelOptions({ applicationName: 'Préau', applicationVersion: app.getVersion(), copyright: 'Services périscolaires de la commune' });
  app.on('second-instance', () => shell.showWindow());
  app.on('activate', () => shell.showWindow());
  app.on('window-all-closed', () => shell.windowClosed());
  endInGoodOrder(shell);
  shell.start({ hidden: startedByLogin(args, platform) });
}

/** The demo opens its portal at once; elsewhere the town switches it on, or whoever names its port. */
function readSettings(args: ApplicationOptions['args'], env: ApplicationOptions['env']): SettingsFile {
  const settings = new SettingsFile(join(app.getPath('userData'), 'shell.json'), { portalOn: isDemo(args, env) });
  if (asksForPortal(args, env) && !settings.value.portalOn) settings.change({ portalOn: true });
  return settings;
}

const icon = (name: string): string => join(app.getAppPath(), 'resources', 'icons', name);

/** The host finishes its writes before the program leaves. */
function endInGoodOrder(shell: Shell): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void shell.stopHost().finally(() => {
      ended = true;
      app.quit();
    });
  });
}
