import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { expect, it } from 'vitest';
import { startBuiltHost } from '../e2e/support/host';
import type { BuiltHost } from '../e2e/support/host';
import { RawConnection } from '../../src-main/platform/database/raw-connection';

const TURNS = 20;
const NOW = '2026-11-05T10:01';
const MONDAYS = ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'];

interface Accounts {
  readonly parents: readonly { readonly email: string; readonly password: string }[];
}
interface Week {
  readonly children: readonly { readonly childId: number; readonly rows: readonly { readonly service: string; readonly cells: readonly { readonly day: string; readonly mayChange: boolean; readonly booked: boolean }[] }[] }[];
}

/** A parent's browser: signs in, flips every cell that may change, again and again. */
async function browse(host: BuiltHost, { email, password }: Accounts['parents'][number]): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-preau': '1' };
  const signedIn = await fetch(`${host.portalUrl}/api/session`, { method: 'POST', headers, body: JSON.stringify({ login: email, password, remember: true }) });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  for (let turn = 0; ; turn += 1) {
    const monday = MONDAYS[turn % MONDAYS.length];
    const read = await fetch(`${host.portalUrl}/rpc/bookings.period?input=${encodeURIComponent(JSON.stringify({ day: monday }))}`, { headers: { cookie } });
    const week = ((await read.json()) as { result: { data: Week } }).result.data;
    const changes = week.children.flatMap(({ childId, rows }) => rows.flatMap(({ service, cells }) =>
      cells.filter((cell) => cell.mayChange).map(({ day, booked }) => ({ childId, service, day, booked: !booked }))));
    if (changes.length > 0) await fetch(`${host.portalUrl}/rpc/bookings.book`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ by: 'week', day: monday, changes }) });
  }
}

it(`loses nothing and halves nothing when it is killed ${TURNS} times while parents book`, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'preau-kill-'));
  const options = { demo: true, now: NOW, dataFolder };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const host = await startBuiltHost(options);
    const { parents } = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as Accounts;
    const browsers = parents.map((parent) => browse(host, parent).catch(() => undefined)); // each ends with the host
    await new Promise((resolve) => setTimeout(resolve, 400 + ((turn * 137) % 900)));
    await host.kill({ keepData: true });
    await Promise.all(browsers);
    await check(join(dataFolder, 'preau.sqlite'));
  }
  const last = await startBuiltHost(options);
  expect(await last.stop()).toBe(0);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Each save is one transaction: its journal entry, its receipts and its days stand together. */
async function check(file: string): Promise<void> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READWRITE);
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(await connection.all("SELECT id FROM journal WHERE action = 'bookings.save' AND id NOT IN (SELECT journal_id FROM booking_events)")).toEqual([]);
  const different = await connection.all(
    `SELECT booking.child_id, booking.day, booking.state, last.action FROM bookings booking
     LEFT JOIN booking_events last ON last.id = (SELECT max(id) FROM booking_events e WHERE e.child_id = booking.child_id AND e.service = booking.service AND e.day = booking.day)
     WHERE last.action IS NULL OR (booking.state = 'booked') <> (last.action = 'book')`,
  );
  expect(different).toEqual([]);
  await connection.close();
}
