import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { electronFlags, findElectron } from '../../scripts/lib/electron-runtime.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const electron = await findElectron({ download: false });

test.beforeAll(() => {
  if (!electron) process.stdout.write('\nThe desktop smoke test did NOT run: there is no Electron runtime (or no screen) on this machine.\n');
});

test('the desktop application opens its window, which speaks to the host without any open port', async () => {
  test.skip(electron === null, 'no Electron runtime here');
  const dataFolder = await mkdtemp(join(tmpdir(), 'preau-desktop-'));
  const application = await _electron.launch({ executablePath: electron!, args: [...electronFlags(), ROOT, `--data=${dataFolder}`], cwd: ROOT });
  try {
    const window = await application.firstWindow();
    // Only the host knows that this is a first start: the page has it over its port.
    await expect(window.getByRole('heading').first()).toBeVisible();
    expect(new URL(window.url()).protocol).toBe('preau:');
    expect(await window.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')])).toEqual(['undefined', 'undefined']);
    expect(await fetch('http://127.0.0.1:4310/healthz').catch(() => 'closed')).toBe('closed');
  } finally {
    await application.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
