import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { applicationMenu, ROOMS, trayMenu } from '../../../src-main/shell/menu';
import type { MenuActions, MenuState } from '../../../src-main/shell/menu';

const STATE: MenuState = { portalOn: true, portalUrl: 'http://127.0.0.1:4320', startAtLogin: false, canStartAtLogin: true, isMac: false };
const actions: MenuActions = {
  goTo: vi.fn(), back: vi.fn(), forward: vi.fn(), print: vi.fn(), setPortal: vi.fn(), openPortal: vi.fn(),
  setStartAtLogin: vi.fn(), showAbout: vi.fn(), showWindow: vi.fn(), quit: vi.fn(),
};

const itemsOf = (menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menus.flatMap((menu) => (Array.isArray(menu.submenu) ? itemsOf(menu.submenu) : menu.type === 'separator' ? [] : [menu]));

describe.each([['Windows and Linux', false], ['macOS', true]])('on %s', (_system, isMac) => {
  const items = itemsOf(applicationMenu(actions, { ...STATE, isMac }));

  test('every entry has a label of ours: Electron’s own would be English', () => {
    expect(items.filter(({ label }) => !label)).toEqual([]);
  });

  test('no shortcut is given twice, and none that the pages use', () => {
    const shortcuts = items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts).not.toContain('CmdOrCtrl+K');
    expect(shortcuts).not.toContain('CmdOrCtrl+S');
  });

  test('one can always leave', () => {
    expect(items.map(({ label }) => label)).toContain('Quitter Préau');
  });
});

test('rooms open with Ctrl and their number', () => {
  const families = itemsOf(applicationMenu(actions, STATE)).find(({ accelerator }) => accelerator === 'CmdOrCtrl+2')!;
  families.click!({} as Electron.MenuItem, undefined, {});
  expect(families.label).toBe('Familles');
  const rooms = itemsOf(applicationMenu(actions, STATE)).filter(({ label }) => ROOMS.some((room) => room.label === label));
  expect(rooms.map(({ accelerator }) => accelerator ?? null)).toEqual([...Array.from({ length: 9 }, (_, index) => `CmdOrCtrl+${index + 1}`), null]);
  expect(actions.goTo).toHaveBeenCalledWith('/familles');
});

test('every room of the menu is a page of the program', () => {
  const pages = join(import.meta.dirname, '../../../src-renderer/pages');
  const files = readdirSync(pages).map((room) => join(pages, room, 'routes.ts')).filter((path) => existsSync(path));
  const routes = files.map((path) => readFileSync(path, 'utf8')).join();
  expect(ROOMS.filter(({ path }) => !routes.includes(`path: '${path}'`))).toEqual([]);
});

test('the icon beside the clock keeps the portal without the window', () => {
  expect(itemsOf(trayMenu(actions, STATE)).map(({ label, checked, enabled }) => [label, checked ?? enabled])).toEqual([
    ['Ouvrir Préau', undefined],
    ['Ouvrir le portail aux familles', true],
    ['Voir le portail dans le navigateur', true],
    ['Lancer Préau à l’ouverture de la session', false],
    ['Quitter Préau', undefined],
  ]);
});

test('where the system cannot start programs with the session, it is not offered', () => {
  const labels = itemsOf(trayMenu(actions, { ...STATE, canStartAtLogin: false, portalUrl: null })).map(({ label }) => label);
  expect(labels).not.toContain('Lancer Préau à l’ouverture de la session');
});
