import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBackupDue, makeDailyBackup } from '../../../src-main/features/backups/daily-backup';
import type { Manifest } from '../../../src-main/platform/backup/manifest';
import type { OnStep } from '../../../src-main/platform/backup/write-backup';
import { at } from '../../support/open-test-database';
import { addSchool, flipByte, openHouse, plugDisk } from './setup';
import type { House } from './setup';

let house: House;
let trouble: OnStep | null = null;
let free = Number.POSITIVE_INFINITY;
beforeEach(async () => {
  house = await openHouse({ onStep: (...step) => trouble?.(...step), freeBytes: () => Promise.resolve(free) });
});
afterEach(async () => {
  trouble = null;
  free = Number.POSITIVE_INFINITY;
  await house.backups.idle();
  await house.close();
});

const visible = (): string[] => readdirSync(house.backups.root).filter((name) => name !== 'files');
const manifestOf = (id: string): Manifest => JSON.parse(readFileSync(join(house.backups.root, id, 'manifest.json'), 'utf8')) as Manifest;
const diskFull = (): never => {
  throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
};

describe('a backup', () => {
  it('holds the database of one instant, the stored files, and says what it holds', async () => {
    await addSchool(house, 'ecole');
    const { sha256 } = await house.services.files.put(new TextEncoder().encode('une facture'));
    const { id, check } = await house.backups.make('asked', 'Nadine LE GOFF');
    expect(manifestOf(id)).toMatchObject({ reason: 'asked', by: 'Nadine LE GOFF', program: '0.1.0', at: at('2026-11-05T10:01'), counts: { schools: 1, town: 1 }, files: { count: 1 } });
    expect(check).toEqual({ at: at('2026-11-05T10:01'), problem: null, missingFiles: 0 });
    expect(existsSync(join(house.backups.root, 'files', sha256.slice(0, 2), sha256))).toBe(true);
    expect(readdirSync(join(house.backups.root, id)).sort()).toEqual(['check.json', 'files.txt', 'manifest.json', 'preau.sqlite']);
  });

  it('is made while others write, and loses none of their writes', async () => {
    const writes = Promise.all(Array.from({ length: 100 }, (_, index) => addSchool(house, `ecole-${index}`)));
    const [made] = await Promise.all([house.backups.make('asked', 'x'), writes]);
    const held = made.manifest!.counts.schools!;
    expect(held).toBeGreaterThanOrEqual(0);
    expect(held).toBeLessThanOrEqual(100);
    expect((await house.backups.make('asked', 'x')).manifest!.counts.schools).toBe(100);
  });

  it('asked for twice at once is made twice, one after the other, under two names', async () => {
    const [first, second] = await Promise.all([house.backups.make('asked', 'x'), house.backups.make('asked', 'x')]);
    expect(second.id).toBe(`${first.id}-2`);
    expect([first.check?.problem, second.check?.problem]).toEqual([null, null]);
  });

  it.each<[string, () => void]>([
    ['foreseen', () => { free = 10; }],
    ['while the database is copied', () => { trouble = (step) => step === 'database' && diskFull(); }],
    ['while files are copied', () => { trouble = (step) => step === 'files' && diskFull(); }],
  ])('leaves nothing on a full disk, %s, and says so', async (_name, fill) => {
    const { id } = await house.backups.make('asked', 'x');
    fill();
    await expect(house.backups.make('daily', 'x')).rejects.toMatchObject({ code: 'backups.diskFull' });
    expect(visible()).toEqual([id]);
    expect((await house.staff.list()).alarms).toEqual([expect.stringMatching(/^La dernière sauvegarde a échoué jeudi 5 novembre à 10.h.01\. Le disque .* est plein\./)]);
    trouble = null;
    free = Number.POSITIVE_INFINITY;
    await house.backups.make('daily', 'x');
    expect((await house.staff.list()).alarms).toEqual([]);
  });

  it('sweeps away what an interrupted one left', async () => {
    const { id } = await house.backups.make('asked', 'x');
    house.clock.set(at('2026-11-05T11:00'));
    cpSync(join(house.backups.root, id), join(house.backups.root, '.part-half'), { recursive: true });
    await house.backups.make('asked', 'x');
    expect(visible()).toHaveLength(2);
  });

  it('is dropped by the rule with the files that it alone needed', async () => {
    const { sha256 } = await house.services.files.put(new TextEncoder().encode('un papier'));
    const path = (folder: string) => join(folder, 'files', sha256.slice(0, 2), sha256);
    await house.backups.make('asked', 'x');
    rmSync(path(house.dataFolder));
    for (const day of ['2028-01-10', '2028-01-11', '2028-01-12']) {
      house.clock.set(at(`${day}T12:00`));
      expect(existsSync(path(house.backups.root))).toBe(true);
      await house.backups.make('daily', 'x');
    }
    expect(visible()).toHaveLength(3);
    expect(existsSync(path(house.backups.root))).toBe(false);
  });
});

describe('a second folder', () => {
  it('gets a copy of each; when it is gone this is told and the first goes on, and back it is told no more', async () => {
    const disk = plugDisk();
    const { settings } = await house.staff.list();
    await house.staff.saveSettings({ ...settings, secondFolder: disk.folder });
    const { id } = await house.backups.make('daily', 'x');
    expect(readdirSync(join(disk.folder, 'preau-sauvegardes'))).toContain(id);
    expect((await house.staff.list()).backups).toMatchObject([{ id, isTwice: true }]);

    disk.unplug();
    house.clock.set(at('2026-11-06T12:00'));
    expect((await house.backups.make('daily', 'x')).check?.problem).toBeNull();
    const [alarm] = (await house.staff.alarm()).alarms;
    expect(alarm).toBe(`La dernière copie sur « ${disk.folder} » a échoué vendredi 6 novembre à 12\u00a0h. Le dossier « ${disk.folder} » est introuvable. Branchez le disque, ou choisissez un autre dossier.`);

    disk.plug();
    await house.backups.make('asked', 'x');
    expect((await house.staff.alarm()).alarms).toEqual([]);
    expect((await house.staff.list()).backups.map(({ isTwice }) => isTwice)).toEqual([true, true, true]);
    disk.unplug();
  });
});

describe('a check', () => {
  it.each<[string, string, number, RegExp]>([
    ['a byte of the database', 'preau.sqlite', 5000, /^Cette sauvegarde est abîmée/],
    ['a byte of the manifest', 'manifest.json', 0, /^Cette sauvegarde ne peut pas être lue/],
  ])('notices %s that turned over', async (_name, file, byte, sentence) => {
    const { id } = await house.backups.make('asked', 'x');
    await flipByte(join(house.backups.root, id, file), byte);
    await house.staff.check({ id, place: 'here' });
    await house.backups.idle();
    expect((await house.staff.list()).backups[0]?.check?.problem).toMatch(sentence);
  });

  it('notices a stored file that is damaged or gone', async () => {
    const { sha256 } = await house.services.files.put(new TextEncoder().encode('une facture'));
    const { id } = await house.backups.make('asked', 'x');
    await flipByte(join(house.backups.root, 'files', sha256.slice(0, 2), sha256), 0);
    expect(await house.backups.check('here', id)).toMatchObject({ problem: null, missingFiles: 1 });
  });
});

describe('the backup of the day', () => {
  it('falls due at its hour, once; one that was missed is made on waking', async () => {
    expect(await isBackupDue(house.services, null)).toBe(true);
    expect(await isBackupDue(house.services, at('2026-11-04T12:00'))).toBe(false);
    expect(await isBackupDue(house.services, at('2026-11-04T11:59'))).toBe(true);
    house.clock.set(at('2026-11-05T12:00'));
    expect(await isBackupDue(house.services, at('2026-11-04T12:00'))).toBe(true);
  });

  it('that failed is tried again after an hour', async () => {
    free = 10;
    await expect(makeDailyBackup(house.services)).rejects.toMatchObject({ code: 'backups.diskFull' });
    expect(await isBackupDue(house.services, null)).toBe(false);
    house.clock.set(at('2026-11-05T11:01'));
    expect(await isBackupDue(house.services, null)).toBe(true);
  });
});
