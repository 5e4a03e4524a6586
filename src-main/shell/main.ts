import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import { denyPermissions } from './deny-permissions';
import { asksForPortal, hostLaunch, isDemo, shellFolder } from './host-arguments';
import { declareScheme, servePages } from './pages-protocol';
import { startedByLogin } from './portal-presence';
import { SettingsFile } from './settings';
import { Shell } from './shell';

const programs = dirname(fileURLToPath(import.meta.url));
const outFolder = resolve(programs, '..');
const args = process.argv.slice(app.isPackaged ? 1 : 2);
const { env, platform } = process;

app.setPath('userData', shellFolder(args, env, app.getPath('appData')));
app.setAppUserModelId('fr.preau.app');
app.commandLine.appendSwitch('lang', 'fr');
app.enableSandbox();
declareScheme();

if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.quit();

function open(): void {
  const portalWanted = asksForPortal(args, env) || isDemo(args, env);
  const settings = new SettingsFile(join(app.getPath('userData'), 'shell.json'), { portalOn: portalWanted });
  if (asksForPortal(args, env)) settings.change({ portalOn: true });
  const icon = (name: string): string => join(app.getAppPath(), 'resources', 'icons', name);
  const shell = new Shell({
    settings,
    hostProgram: join(programs, 'host-process.js'),
    launch: (portalOn) => hostLaunch(args, env, portalOn),
    preload: join(outFolder, 'preload', 'preload.cjs'),
    windowIcon: icon('preau.png'),
    trayIcon: icon(platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    platform,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

  servePages(join(outFolder, 'renderer'), () => shell.stoppedPage());
  denyPermissions(session.defaultSession);
  app.setAboutPanelOptions({ applicationName: 'Préau', applicationVersion: app.getVersion(), copyright: 'Services périscolaires de la commune' });
  app.on('second-instance', () => shell.showWindow());
  app.on('activate', () => shell.showWindow());
  app.on('window-all-closed', () => shell.windowClosed());
  endInGoodOrder(shell);
  shell.start({ hidden: startedByLogin(args, platform) });
}

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
