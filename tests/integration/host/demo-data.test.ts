import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropStaleDemo, openDemo } from '../../../src-main/host/demo-data';
import { settableClock } from '../../../src-main/platform/clock';
import { at, openTestDatabase } from '../../support/open-test-database';

describe('the demo’s data folder', () => {
  let folder: string;
  const clock = settableClock(at('2026-11-05T10:01'));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preau-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is emptied when the demo was built on another day', () => {
    put('preau.sqlite', 'x');
    put('demo-accounts.json', JSON.stringify({ builtOn: '2026-11-04' }));
    dropStaleDemo(folder, clock);
    expect(existsSync(join(folder, 'preau.sqlite'))).toBe(false);
  });

  it('is kept on the same day, and where nothing says that it is a demo', () => {
    put('preau.sqlite', 'x');
    dropStaleDemo(folder, clock);
    put('demo-accounts.json', JSON.stringify({ builtOn: '2026-11-05' }));
    dropStaleDemo(folder, clock);
    expect(readFileSync(join(folder, 'preau.sqlite'), 'utf8')).toBe('x');
  });

  it('is refused when it holds a real town', async () => {
    const town = await openTestDatabase();
    await expect(openDemo(town.services, folder)).rejects.toMatchObject({ code: 'host.demoFolderTaken' });
    await town.close();
  });
});
