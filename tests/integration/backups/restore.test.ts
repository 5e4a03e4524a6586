import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreByCommand, takeRestore } from '../../../src-main/host/restore-command';
import { MIGRATIONS } from '../../../src-main/migrations';
import { applyPendingRestore } from '../../../src-main/platform/backup/apply-restore';
import type { ApplyOptions, ApplyStep } from '../../../src-main/platform/backup/apply-restore';
import { DATABASE } from '../../../src-main/platform/backup/manifest';
import { prepareRestore } from '../../../src-main/platform/backup/prepare-restore';
import { listBackups } from '../../../src-main/platform/backup/tidy';
import { openDatabase } from '../../../src-main/platform/database/open-database';
import { at, STAFF } from '../../support/open-test-database';
import { addSchool, flipByte, makeReady, openHouse, schoolsOf } from './setup';
import type { House } from './setup';

let house: House;
let backup: string;
/** The data folder as a power cut would leave it now, with the last writes in the log only. */
let folder: string;
const cutPower = (): void => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(house.dataFolder, folder, { recursive: true, filter: (path) => !path.endsWith('preau.lock') });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preau-restore-'));
  house = await openHouse();
  await addSchool(house, 'avant');
  await house.db.write(async () => {
    await house.db.run(`INSERT INTO sessions (token_hash, holder, holder_id, device, created_at, last_seen_at, expires_at) VALUES ('x', 'staff', 1, '', '', '', '')`);
    await house.db.run(`INSERT INTO mails (kind, to_name, to_email, subject, body_text, body_html, state, created_at) VALUES ('x', '', '', '', '', '', 'waiting', '')`);
  });
  backup = (await house.backups.make('daily', 'Préau')).id;
  house.clock.set(at('2026-11-06T09:00'));
  await addSchool(house, 'depuis');
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the folder as every start does; gives what it holds, proved sound. */
async function nextStart(options: Partial<ApplyOptions> = {}) {
  const { clock } = house;
  let outcome: Awaited<ReturnType<typeof applyPendingRestore>> = null;
  const { db, close } = await openDatabase(folder, MIGRATIONS, clock, {
    onceHeld: async () => {
      outcome = await applyPendingRestore({ dataFolder: folder, clock, migrations: MIGRATIONS, ...options });
    },
  });
  const count = async (sql: string) => (await db.selectOne<{ n: number }>(sql))!.n;
  const found = {
    outcome: outcome as Awaited<ReturnType<typeof applyPendingRestore>>,
    schools: await schoolsOf({ db }),
    sessions: await count('SELECT count(*) AS n FROM sessions'),
    waiting: await count("SELECT count(*) AS n FROM mails WHERE state = 'waiting'"),
    deeds: (await db.select<{ subject: string }>("SELECT subject FROM journal WHERE action = 'backup.restore'")).map(({ subject }) => subject),
  };
  expect(await db.select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await close();
  return found;
}
const OLD = ['avant', 'depuis'];
const NEW = ['avant'];

describe('a restore', () => {
  it('comes about at the next start: data as it was, sessions ended, mails held, told in the journal, with a way back', async () => {
    await makeReady(house, backup);
    cutPower();
    expect(await nextStart()).toEqual({
      outcome: { kind: 'done', backup }, schools: NEW, sessions: 0, waiting: 0, deeds: ['Sauvegarde du jeudi 5 novembre à 10\u00a0h\u00a001 restaurée'],
    });
    const [safety] = await listBackups(join(folder, 'backups'));
    expect(safety).toMatchObject({ manifest: { reason: 'restore', by: STAFF.name, counts: { schools: 2 } }, check: { problem: null } });
    expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([]);
    expect((await nextStart()).outcome).toBeNull();

    await prepareRestore({ dataFolder: folder, root: join(folder, 'backups'), id: safety!.id, by: 'x', program: '', migrations: MIGRATIONS, clock: house.clock, settle: () => Promise.resolve() });
    expect((await nextStart()).schools).toEqual(OLD);
  });

  it.each<ApplyStep>(['began', 'backedUp', 'folded', 'cleared', 'renamed'])('cut short when it had « %s » goes on at the next start', async (last) => {
    await makeReady(house, backup);
    cutPower();
    const cut = nextStart({ onStep: (step) => {
      if (step === last) throw new Error('power cut');
    } });
    await expect(cut).rejects.toThrow('power cut');
    const { schools, outcome } = await nextStart();
    expect([schools, outcome?.kind]).toEqual([NEW, 'done']);
    expect((await listBackups(join(folder, 'backups'))).filter(({ id }) => id.endsWith('-restore'))).toHaveLength(1);
  });

  it('whose preparation is cut short leaves everything as it was', async () => {
    const cut = prepareRestore({
      dataFolder: house.dataFolder, root: house.backups.root, id: backup, by: 'x', program: '', migrations: MIGRATIONS, clock: house.clock,
      settle: () => Promise.reject(new Error('power cut')),
    });
    await expect(cut).rejects.toThrow('power cut');
    cutPower();
    expect(await nextStart()).toMatchObject({ outcome: null, schools: OLD });
  });

  it('is given up when the present cannot be kept for want of room', async () => {
    await makeReady(house, backup);
    cutPower();
    expect(await nextStart({ freeBytes: () => Promise.resolve(10) })).toMatchObject({ outcome: { kind: 'abandoned', code: 'backups.diskFull' }, schools: OLD, sessions: 1 });
    expect((await nextStart()).outcome).toBeNull();
  });

  it('of a damaged backup is refused with a sentence, and changes nothing', async () => {
    await flipByte(join(house.backups.root, backup, DATABASE), 9000);
    await expect(makeReady(house, backup)).rejects.toMatchObject({ code: 'backups.damaged', details: { problem: 'hash' } });
    cutPower();
    expect(await nextStart()).toMatchObject({ outcome: null, schools: OLD });
  });

  it('of a backup made by an older program migrates it; by a newer one is refused', async () => {
    const later = { name: '9999-later', sql: 'CREATE TABLE later (id INTEGER) STRICT;' };
    const order = { dataFolder: house.dataFolder, root: house.backups.root, by: 'x', program: '', clock: house.clock, settle: () => Promise.resolve() };
    await prepareRestore({ ...order, id: backup, migrations: [...MIGRATIONS, later] });
    cutPower();
    const { db, close } = await openDatabase(folder, [...MIGRATIONS, later], house.clock, {
      onceHeld: async () => void (await applyPendingRestore({ dataFolder: folder, clock: house.clock, migrations: [...MIGRATIONS, later] })),
    });
    expect(await db.select('SELECT * FROM later')).toEqual([]);
    await close();
    await expect(prepareRestore({ ...order, id: backup, migrations: MIGRATIONS.slice(0, 2) })).rejects.toMatchObject({ code: 'backups.newer' });
  });
});

describe('the command line', () => {
  it('restores by name or by folder, a database that cannot be read any more put aside', async () => {
    cutPower();
    writeFileSync(join(folder, DATABASE), 'not a database at all, not at all');
    for (const end of ['-wal', '-shm']) rmSync(join(folder, `${DATABASE}${end}`), { force: true });
    expect(await restoreByCommand(folder, backup)).toMatch(/^La sauvegarde .* est restaurée dans .*\. Vous pouvez démarrer Préau\.$/);
    expect(await nextStart()).toMatchObject({ schools: NEW, sessions: 0 });
    expect(readdirSync(folder).some((name) => name.startsWith('abimee-'))).toBe(true);
    await restoreByCommand(folder, join(folder, 'backups', backup));
    expect((await nextStart()).deeds).toHaveLength(1);
  });

  it('fills the folder of a new computer', async () => {
    cutPower();
    const [from, to] = [join(folder, 'backups', backup), join(folder, 'new', 'computer')];
    await restoreByCommand(to, from);
    folder = to;
    expect((await nextStart()).schools).toEqual(NEW);
  });

  it('refuses what is no backup, and a folder in use', async () => {
    await expect(restoreByCommand(folder, 'nothing')).rejects.toMatchObject({ code: 'backups.notFound' });
    await expect(restoreByCommand(folder, tmpdir())).rejects.toMatchObject({ code: 'backups.notFound' });
    await expect(restoreByCommand(house.dataFolder, backup)).rejects.toMatchObject({ code: 'platform.folderInUse' });
    expect(existsSync(join(house.dataFolder, 'restore-pending.json'))).toBe(false);
  });

  it.each([
    [['--demo', '--restore', 'x', '--data=y'], { backup: 'x', rest: ['--demo', '--data=y'] }],
    [['--restore=x'], { backup: 'x', rest: [] }],
    [['--restore'], { backup: '', rest: [] }],
    [['--demo'], { backup: null, rest: ['--demo'] }],
  ])('takes %j apart', (args, taken) => {
    expect(takeRestore(args)).toEqual(taken);
  });
});
