import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettingsFile } from '../../../src-main/shell/settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preau-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is changed is there at the next start', () => {
  const path = join(folder, 'window', 'shell.json');
  const window = { x: 1, y: 2, width: 1000, height: 700, maximized: false };
  new SettingsFile(path).change({ window, portalOn: true });
  expect(new SettingsFile(path).value).toEqual({ window, portalOn: true, startAtLogin: false, toldThatPortalStays: false });
  expect(readdirSync(join(folder, 'window'))).toEqual(['shell.json']);
});

test('a spoilt file means the usual settings', () => {
  const path = join(folder, 'shell.json');
  writeFileSync(path, '{"portalOn": "perhaps"');
  expect(new SettingsFile(path, { portalOn: true }).value).toEqual({ window: null, portalOn: true, startAtLogin: false, toldThatPortalStays: false });
});
