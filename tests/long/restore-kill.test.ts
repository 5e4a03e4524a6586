import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { expect, it } from 'vitest';
import { startBuiltHost } from '../e2e/support/host';
import type { BuiltHost } from '../e2e/support/host';
import { RawConnection } from '../../src-main/platform/database/raw-connection';

const TURNS = 12;
const NOW = '2026-11-05T10:01';

interface Answer {
  readonly result: { readonly data: unknown };
}

/** Calls the staff's door as its pages do. */
async function call(host: BuiltHost, token: string | null, path: string, input: unknown = undefined): Promise<unknown> {
  const answer = await fetch(`${host.staffUrl}/rpc/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(input),
  });
  expect(answer.status, path).toBe(200);
  return ((await answer.json()) as Answer).result.data;
}

async function phoneIn(file: string): Promise<string> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READWRITE);
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([]);
  const [town] = await connection.all<{ phone: string }>('SELECT phone FROM town');
  await connection.close();
  return town!.phone;
}

it(`holds the old data or the new, never a mixture, when it is killed ${TURNS} times within a restore`, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'preau-restore-kill-'));
  const file = join(dataFolder, 'preau.sqlite');
  const options = { demo: true, now: NOW, dataFolder };
  const seen = new Set<string>();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const host = await startBuiltHost(options);
    const { staff } = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as { staff: readonly { email: string; password: string }[] };
    const { token } = (await call(host, null, 'session.signIn', { email: staff[0]!.email, password: staff[0]!.password })) as { token: string };
    const { isDemo: _, hasLogo: __, passwordRule: ___, ...town } = (await call(host, token, 'town.read')) as Record<string, unknown>;
    const before = await makeBackup(host, token);
    const phones = [String(town.phone), `02 96 00 00 ${String(turn + 10)}`];
    await call(host, token, 'town.save', { ...town, phone: phones[1] });
    await call(host, token, 'backups.restore', { id: before, place: 'here', confirmed: true });
    await new Promise((resolve) => setTimeout(resolve, turn * 60));
    await host.kill({ keepData: true });
    const next = await startBuiltHost(options);
    expect(await next.stop()).toBe(0);
    const phone = await phoneIn(file);
    expect(phones).toContain(phone);
    seen.add(phone === phones[0] ? 'new' : 'old');
  }
  expect([...seen].sort()).toEqual(['new', 'old']);
  rmSync(dataFolder, { recursive: true, force: true });
});

interface List {
  readonly backups: readonly { readonly id: string }[];
}

/** Makes a backup on demand; its name. */
async function makeBackup(host: BuiltHost, token: string): Promise<string> {
  // The backup of the day may be at work first.
  await expect.poll(async () => ((await call(host, token, 'backups.progress')) as { running: unknown }).running, { timeout: 10_000 }).toBeNull();
  const earlier = await backupNames(host, token);
  await call(host, token, 'backups.make');
  await expect.poll(async () => ((await call(host, token, 'backups.progress')) as { running: unknown }).running, { timeout: 10_000 }).toBeNull();
  return (await backupNames(host, token)).find((id) => !earlier.includes(id))!;
}

// Each host's clock begins at the same minute: names do not sort by the order in which they were made.
const backupNames = async (host: BuiltHost, token: string): Promise<string[]> =>
  ((await call(host, token, 'backups.list')) as List).backups.map(({ id }) => id);
