import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SettingsFile } from '../../../src-main/shell/settings';
import type { ShellSettings } from '../../../src-main/shell/settings';
import { Shell } from '../../../src-main/shell/shell';
import { app, BrowserWindow, children, dialog, lastChild, lastWindow, Menu, Notification, powerMonitor, powerSaveBlocker, resetElectron, Tray } from './fake-electron';

vi.mock('electron', () => import('./fake-electron'));

const PAGES = 'preau://pages/';
const STOPPED = 'preau://stopped/';
let folder: string;

beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'preau-shell-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function startShell(settings: Partial<ShellSettings> = {}, { hidden = false } = {}): { shell: Shell; settings: SettingsFile } {
  const file = new SettingsFile(join(folder, 'shell.json'), settings);
  const shell = new Shell({
    settings: file,
    hostProgram: '/app/host-process.js',
    launch: (portalOn) => ({ args: ['--demo'], env: { PREAU_PORTAL_PORT: portalOn ? '4320' : 'off' } }),
    preload: '/app/preload.cjs', windowIcon: 'preau.png', trayIcon: 'tray.png', platform: 'win32', timeZone: 'Europe/Paris', print: () => undefined,
  });
  shell.start({ hidden });
  return { shell, settings: file };
}

const hostSays = (message: unknown): boolean => lastChild().emit('message', message);
const item = (label: string) => [...Menu.current.flatMap((menu) => menu.submenu as Electron.MenuItemConstructorOptions[])].find((entry) => entry.label === label)!;
/** The host obeys `close`, which takes it a moment. */
const letHostClose = async (): Promise<void> => {
  await vi.waitFor(() => expect(lastChild().messages.map(({ type }) => type)).toContain('close'));
  lastChild().emit('exit', 0);
};

describe('opening', () => {
  test('the window shows the pages, and gets its line to the host when they are there', () => {
    startShell();
    expect(lastChild().program).toBe('/app/host-process.js');
    expect(lastWindow().loaded).toEqual([PAGES]);
    lastWindow().finishLoad();
    expect(lastChild().messages).toEqual([{ type: 'port', ports: [expect.anything()] }]);
    expect(lastWindow().webContents.received).toEqual([{ channel: 'host-port', ports: [expect.anything()] }]);
  });

  test('pages are isolated and sandboxed, without Node', () => {
    startShell();
    expect(lastWindow().options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false });
  });

  test('at login it stays beside the clock while the portal is on', () => {
    startShell({ portalOn: true }, { hidden: true });
    expect(BrowserWindow.opened).toHaveLength(0);
    Tray.made[0]!.emit('click');
    expect(BrowserWindow.opened).toHaveLength(1);
  });

  test('a second start shows the window that is open', () => {
    const { shell } = startShell();
    shell.showWindow();
    expect(BrowserWindow.opened).toHaveLength(1);
    expect(lastWindow().focus).toHaveBeenCalled();
  });
});

describe('the portal', () => {
  test('while it is on, the computer does not fall asleep by itself', () => {
    startShell({ portalOn: true });
    expect(powerSaveBlocker.start).toHaveBeenCalledExactlyOnceWith('prevent-app-suspension');
    expect(Tray.made[0]!.tooltip).toContain('portail ouvert');
  });

  test('switching it on restarts the host with its port, starts Préau at login and gives the page a new line', async () => {
    const { settings } = startShell();
    lastWindow().finishLoad();
    item('Ouvrir le portail aux familles').click!({ checked: true } as Electron.MenuItem, undefined, {});
    await letHostClose();
    await vi.waitFor(() => expect(children).toHaveLength(2));
    expect(lastChild().options.env.PREAU_PORTAL_PORT).toBe('4320');
    await vi.waitFor(() => expect(lastWindow().webContents.received).toHaveLength(2));
    expect(settings.value).toMatchObject({ portalOn: true, startAtLogin: true });
    expect(app.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true, args: ['--hidden'] });
  });

  test('when its port is taken, the reason is said and Préau goes on without it', async () => {
    const { shell, settings } = startShell();
    const switching = shell.setPortal(true);
    await letHostClose();
    await switching;
    hostSays({ type: 'refused', sentence: 'Le port 4320 est déjà utilisé.' });
    expect(dialog.showErrorBox).toHaveBeenCalledWith('Le portail n’a pas pu ouvrir', 'Le port 4320 est déjà utilisé.');
    await vi.waitFor(() => expect(children).toHaveLength(3));
    expect(settings.value.portalOn).toBe(false);
    expect(lastWindow().loaded).toEqual([PAGES]);
  });

  test('switched on and off at once, one host follows the other', async () => {
    const { shell, settings } = startShell();
    const switching = [shell.setPortal(true), shell.setPortal(false)];
    await letHostClose();
    await vi.waitFor(() => expect(children).toHaveLength(2));
    await letHostClose();
    await Promise.all(switching);
    expect(children.map(({ options }) => options.env.PREAU_PORTAL_PORT)).toEqual(['off', '4320', 'off']);
    expect(settings.value.portalOn).toBe(false);
  });

  test('switching it while the host is down brings the pages back', async () => {
    const { shell } = startShell({ portalOn: true });
    lastChild().emit('exit', 1);
    await shell.setPortal(false);
    expect(lastWindow().loaded).toEqual([PAGES, STOPPED, PAGES]);
  });

  test('closing the window leaves it open, and says so once', () => {
    const { shell } = startShell({ portalOn: true });
    lastWindow().close();
    shell.windowClosed();
    shell.showWindow();
    lastWindow().close();
    shell.windowClosed();
    expect(app.quit).not.toHaveBeenCalled();
    expect(Notification.shown.map(({ title }) => title)).toEqual(['Le portail reste ouvert']);
  });

  test('without it, closing the window ends the program', () => {
    const { shell } = startShell();
    lastWindow().close();
    shell.windowClosed();
    expect(app.quit).toHaveBeenCalled();
  });
});

describe('when the host stops', () => {
  test('by itself: the page says so with the log, and Redémarrer starts it again', () => {
    const { shell } = startShell();
    lastChild().stderr.emit('data', Buffer.from('TypeError: <x> is not a function\n'));
    lastChild().emit('exit', 134);
    expect(lastWindow().loaded).toEqual([PAGES, STOPPED]);
    expect(shell.stoppedPage()).toContain('Redémarrer');
    expect(shell.stoppedPage()).toContain('TypeError: &lt;x&gt; is not a function');

    expect(lastWindow().webContents.prevented('will-navigate', { url: `${STOPPED}restart` })).toBe(true);
    expect(children).toHaveLength(2);
    expect(lastWindow().loaded).toEqual([PAGES, STOPPED, PAGES]);
  });

  test('because it refused to start: the page gives the sentence', () => {
    const { shell } = startShell();
    hostSays({ type: 'refused', sentence: 'Préau est déjà ouvert sur ce dossier.' });
    expect(shell.stoppedPage()).toContain('Préau est déjà ouvert sur ce dossier.');
    expect(shell.stoppedPage()).toContain('Réessayer');
    expect(shell.stoppedPage()).not.toContain('<pre');
  });

  test('while only the portal was open, the window comes up to tell', () => {
    startShell({ portalOn: true }, { hidden: true });
    lastChild().emit('exit', 1);
    expect(lastWindow().loaded).toEqual([STOPPED]);
    expect(powerSaveBlocker.stop).toHaveBeenCalledWith(7);
  });

  test('on leaving, it is asked to close and waited for', async () => {
    const { shell } = startShell();
    let left = false;
    const leaving = shell.stopHost().then(() => (left = true));
    await vi.waitFor(() => expect(lastChild().messages).toEqual([{ type: 'close', ports: [] }]));
    expect(left).toBe(false);
    lastChild().emit('exit', 0);
    await leaving;
    expect(lastWindow().loaded).toEqual([PAGES]);
  });

  test('a host that does not close is ended after a while', async () => {
    vi.useFakeTimers();
    const { shell } = startShell();
    const leaving = shell.stopHost();
    await vi.advanceTimersByTimeAsync(15_000);
    await leaving;
    expect(lastChild().kill).toHaveBeenCalled();
  });
});

describe('after a sleep', () => {
  test('missed jobs run, and the closed portal is told with its hours', () => {
    vi.useFakeTimers();
    startShell({ portalOn: true });
    vi.setSystemTime(new Date('2026-11-05T11:10:00Z'));
    powerMonitor.emit('suspend');
    vi.setSystemTime(new Date('2026-11-05T12:45:00Z'));
    powerMonitor.emit('resume');
    expect(lastChild().messages).toEqual([{ type: 'wake', ports: [] }]);
    expect(dialog.showMessageBox.mock.calls[0]![0].detail).toContain('de 12\u00a0h\u00a010 à 13\u00a0h\u00a045');
  });

  test.each([
    ['a nap of a minute', { portalOn: true }, '2026-11-05T11:11:00Z'],
    ['a night without the portal', { portalOn: false }, '2026-11-06T07:00:00Z'],
  ])('%s is not worth a word', (_case, settings, wakesAt) => {
    vi.useFakeTimers();
    startShell(settings);
    vi.setSystemTime(new Date('2026-11-05T11:10:00Z'));
    powerMonitor.emit('suspend');
    vi.setSystemTime(new Date(wakesAt));
    powerMonitor.emit('resume');
    expect(lastChild().messages).toEqual([{ type: 'wake', ports: [] }]);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});
