import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src-main/kernel/errors';
import type { Instant } from '../../../src-main/kernel/local-date';
import { MIGRATIONS } from '../../../src-main/migrations';
import { settableClock } from '../../../src-main/platform/clock';
import { openDatabase } from '../../../src-main/platform/database/open-database';
import type { OpenDatabase } from '../../../src-main/platform/database/open-database';

const clock = settableClock('2026-11-05T09:01:00.000Z' as Instant);
let folder: string;
let open: OpenDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preau-database-'));
  open = await openDatabase(folder, MIGRATIONS, clock);
});
afterEach(() => open.close());

const addSchool = (code: string) => open.db.run('INSERT INTO schools (code, name) VALUES ($code, $code)', { code });
const schoolCount = async () => (await open.db.selectOne<{ n: number }>('SELECT count(*) AS n FROM schools'))?.n;

describe('write transactions', () => {
  it('run one at a time, however many are asked at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => open.db.write(() => addSchool(`ecole-${index}`))));
    expect(await schoolCount()).toBe(200);
  });

  it('keep nothing when one of their steps fails', async () => {
    const work = open.db.write(async () => {
      await addSchool('une');
      await open.db.write(() => addSchool('deux'));
      throw new AppError('notFound');
    });
    await expect(work).rejects.toThrow('notFound');
    expect(await schoolCount()).toBe(0);
  });

  it('do not let a statement write outside of them', async () => {
    await expect(addSchool('seule')).rejects.toThrow('write()');
    await expect(open.db.select("INSERT INTO schools (code, name) VALUES ('x', 'x') RETURNING id")).rejects.toThrow(/readonly/);
  });

  it('wake what waits for them only once they are kept', async () => {
    const woken: string[] = [];
    await open.db.write(async () => {
      open.db.afterCommit(() => woken.push('kept'));
      await addSchool('une');
      expect(woken).toEqual([]);
    });
    expect(woken).toEqual(['kept']);
  });
});

describe('raw reads', () => {
  it('fail clearly on bad SQL and on a value that was forgotten, and go on afterwards', async () => {
    await expect(open.db.select('SELEC 1')).rejects.toThrow(/syntax/);
    await expect(open.db.select('SELEC 1')).rejects.toThrow();
    await expect(open.db.select('SELECT $day AS day')).rejects.toThrow('$day');
    expect(await open.db.select('SELECT $day AS day', { day: 'x', unused: 1 })).toEqual([{ day: 'x' }]);
  });
});

describe('memo', () => {
  it('asks again after each commit, and not before', async () => {
    const read = () => open.db.memo('count', schoolCount);
    expect(await read()).toBe(0);
    await open.db.write(() => addSchool('une'));
    expect(await read()).toBe(1);
  });
});

describe('the data folder', () => {
  it('is refused to a second program while the first lives, and free at once afterwards', async () => {
    await expect(openDatabase(folder, MIGRATIONS, clock)).rejects.toMatchObject({ code: 'platform.folderInUse' });
    await open.close();
    open = await openDatabase(folder, MIGRATIONS, clock);
    expect(await schoolCount()).toBe(0);
  });

  it('whose database is damaged is refused with its sentence', async () => {
    await open.close();
    writeFileSync(join(folder, 'preau.sqlite'), 'this is no database');
    await expect(openDatabase(folder, MIGRATIONS, clock)).rejects.toMatchObject({ code: 'platform.databaseDamaged' });
    rmSync(join(folder, 'preau.sqlite'));
    open = await openDatabase(folder, MIGRATIONS, clock);
  });

  it('leaves no WAL behind when it is closed', async () => {
    await open.db.write(() => addSchool('une'));
    await open.close();
    expect(existsSync(join(folder, 'preau.sqlite-wal'))).toBe(false);
    open = await openDatabase(folder, MIGRATIONS, clock);
  });
});

describe('migrations', () => {
  const another = { name: '9999-test', sql: 'CREATE TABLE first_of_two (id INTEGER) STRICT; CREATE TABLE second_of_two (id INTEGER) STRICT;' };

  it('run every statement of a file, after a copy of what was there', async () => {
    await open.db.write(() => addSchool('une'));
    await open.close();
    open = await openDatabase(folder, [...MIGRATIONS, another], clock);
    const tables = await open.db.select<{ name: string }>("SELECT name FROM sqlite_master WHERE name LIKE '%of_two' ORDER BY name");
    expect(tables.map(({ name }) => name)).toEqual(['first_of_two', 'second_of_two']);
    expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/-migration$/)]);
  });

  it('leave the database as it was when one fails', async () => {
    await open.close();
    const broken = { name: '9999-broken', sql: 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT;' };
    await expect(openDatabase(folder, [...MIGRATIONS, broken], clock)).rejects.toThrow();
    open = await openDatabase(folder, MIGRATIONS, clock);
    expect(await open.db.select("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
  });

  it('refuse a database newer than the program, and one that another program changed', async () => {
    await open.close();
    await (await openDatabase(folder, [...MIGRATIONS, another], clock)).close();
    await expect(openDatabase(folder, MIGRATIONS, clock)).rejects.toMatchObject({ code: 'platform.databaseNewer' });
    await expect(openDatabase(folder, [...MIGRATIONS, { ...another, sql: 'SELECT 1' }], clock)).rejects.toMatchObject({ code: 'platform.databaseDiverges' });
    open = await openDatabase(folder, [...MIGRATIONS, another], clock);
  });
});
