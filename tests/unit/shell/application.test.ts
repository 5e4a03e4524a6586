import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runApplication } from '../../../src-main/shell/application';
import { app, BrowserWindow, children, lastChild, lastWindow, resetElectron, session } from './fake-electron';

vi.mock('electron', () => import('./fake-electron'));

let folder: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'preau-application-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (...args: string[]): Promise<void> =>
  runApplication({ args: ['--no-sandbox', `--data=${folder}`, ...args], env: {}, platform: 'linux', programs: '/app/out/main' });

test('it starts locked down: sandbox, one instance, no permission', async () => {
  await start();
  expect(app.enableSandbox).toHaveBeenCalled();
  expect(app.requestSingleInstanceLock).toHaveBeenCalled();
  expect(session.defaultSession.setPermissionRequestHandler).toHaveBeenCalled();
  expect(app.paths.userData).toBe(join(folder, 'window'));
  expect([lastChild().args, lastChild().options.env.PREAU_PORTAL_PORT]).toEqual([[`--data=${folder}`], 'off']);
});

test('a second instance leaves; the first shows its window', async () => {
  app.requestSingleInstanceLock.mockReturnValueOnce(false);
  await start();
  expect(app.quit).toHaveBeenCalled();
  expect(BrowserWindow.opened).toHaveLength(0);

  await start();
  app.emit('second-instance');
  expect(lastWindow().focus).toHaveBeenCalled();
});

test('the demo opens its portal', async () => {
  await start('--demo');
  expect(lastChild().options.env.PREAU_PORTAL_PORT).toBe('');
});

test('leaving waits for the host, then leaves', async () => {
  await start();
  const leave = { preventDefault: vi.fn() };
  app.emit('will-quit', leave);
  await Promise.resolve();
  expect(leave.preventDefault).toHaveBeenCalled();
  expect(app.quit).not.toHaveBeenCalled();
  lastChild().emit('exit', 0);
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalled());
  const again = { preventDefault: vi.fn() };
  app.emit('will-quit', again);
  expect(again.preventDefault).not.toHaveBeenCalled();
  expect(children).toHaveLength(1);
});
