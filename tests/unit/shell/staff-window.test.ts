import { beforeEach, describe, expect, test, vi } from 'vitest';
import { denyPermissions } from '../../../src-main/shell/deny-permissions';
import { goTo, openStaffWindow } from '../../../src-main/shell/staff-window';
import { dialog, lastWindow, Menu, resetElectron, shell } from './fake-electron';
import type { BrowserWindow } from './fake-electron';

vi.mock('electron', () => import('./fake-electron'));

beforeEach(resetElectron);

const keepState = vi.fn();
function openWindow(): BrowserWindow {
  openStaffWindow({ preload: '/p.cjs', icon: 'i.png', state: null, keepState, onPages: () => undefined, restart: () => undefined });
  const window = lastWindow();
  window.webContents.url = 'preau://pages/#/familles';
  return window;
}

describe('a page cannot leave', () => {
  test.each([
    ['https://www.caf.fr/', true],
    ['mailto:mairie@example.fr', true],
    ['http://192.168.1.10/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['ms-settings:privacy', false],
    ['nonsense', false],
  ])('%s opens no window; the system opens it: %s', (url, outside) => {
    const { webContents } = openWindow();
    expect(webContents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(webContents.prevented('will-navigate', { url })).toBe(true);
    expect(shell.openExternal).toHaveBeenCalledTimes(outside ? 2 : 0);
  });

  test('within the pages it moves freely', () => {
    expect(openWindow().webContents.prevented('will-navigate', { url: 'preau://pages/#/journal' })).toBe(false);
  });

  test('no redirect, no embedded page', () => {
    const { webContents } = openWindow();
    expect(webContents.prevented('will-redirect', { url: 'preau://pages/' })).toBe(true);
    expect(webContents.prevented('will-attach-webview')).toBe(true);
  });

  test('every permission is refused but copying to the clipboard', () => {
    const session = { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn(), setDevicePermissionHandler: vi.fn() };
    denyPermissions(session as unknown as Parameters<typeof denyPermissions>[0]);
    const [ask] = session.setPermissionRequestHandler.mock.calls[0]!;
    const [check] = session.setPermissionCheckHandler.mock.calls[0]!;
    const [device] = session.setDevicePermissionHandler.mock.calls[0]!;
    for (const permission of ['media', 'geolocation', 'notifications', 'fileSystem', 'openExternal', 'clipboard-read']) {
      const answer = vi.fn();
      ask(null, permission, answer);
      expect([permission, answer.mock.calls[0]![0], check(null, permission)]).toEqual([permission, false, false]);
    }
    expect(check(null, 'clipboard-sanitized-write')).toBe(true);
    expect(device()).toBe(false);
  });
});

describe('the window', () => {
  test('is kept as it was left', () => {
    openWindow().close();
    expect(keepState).toHaveBeenCalledWith({ x: 10, y: 20, width: 1200, height: 800, maximized: false });
  });

  test('with something unsaved it asks, and stays unless told', () => {
    const { webContents } = openWindow();
    expect(webContents.prevented('will-prevent-unload')).toBe(false);
    dialog.showMessageBoxSync.mockReturnValueOnce(1);
    expect(webContents.prevented('will-prevent-unload')).toBe(true);
    expect(dialog.showMessageBoxSync.mock.calls[0]![1].message).toBe('Des modifications ne sont pas enregistrées.');
  });

  test('loads the pages again when their process dies', () => {
    const window = openWindow();
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(window.loaded).toEqual(['preau://pages/']);
  });

  test('a menu leads to a page by its address, and nowhere when it is shown already', () => {
    const window = openWindow();
    goTo(window as unknown as Electron.BrowserWindow, '/familles');
    goTo(window as unknown as Electron.BrowserWindow, '/journal');
    expect(window.loaded).toEqual(['preau://pages/#/journal']);
  });

  test('the right click offers what applies, in French', () => {
    const { webContents } = openWindow();
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
    webContents.emit('context-menu', {}, { isEditable: true, selectionText: '', editFlags });
    webContents.emit('context-menu', {}, { isEditable: false, selectionText: 'ALAIN', editFlags });
    webContents.emit('context-menu', {}, { isEditable: false, selectionText: ' ', editFlags });
    expect(Menu.popped.map((items) => items.map(({ label }) => label))).toEqual([['Couper', 'Copier', 'Coller', 'Tout sélectionner'], ['Copier']]);
  });
});
