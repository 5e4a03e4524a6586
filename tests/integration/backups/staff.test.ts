import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsStaff } from '../../../src-main/features/backups/staff';
import { RawConnection } from '../../../src-main/platform/database/raw-connection';
import { at, staffWith } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';
import { buildFamily } from '../../support/factories/build-family';
import { addSchool, flipByte, openHouse, plugDisk } from './setup';
import type { House } from './setup';

let house: House;
let restarts = 0;
beforeEach(async () => {
  restarts = 0;
  house = await openHouse({ restart: () => (restarts += 1) });
});
afterEach(async () => {
  await house.backups.idle();
  await house.close();
});
const deeds = async (): Promise<string[]> => (await house.db.select<{ action: string }>("SELECT action FROM journal WHERE action LIKE 'backup.%' ORDER BY id")).map(({ action }) => action);
const NOBODY = { id: '2026-11-05T09-01-00-000Z-daily', place: 'here' } as const;

describe('backups at the staff’s door', () => {
  it('are closed to strangers and to those without the right', async () => {
    for (const answers of Object.values(await doorsOf(backupsStaff, house))) expect(answers).toEqual(['signedOut', 'forbidden', 'forbidden']);
    expect(staffWith('backup.manage').rights).toHaveLength(1);
  });

  it('are made on demand, looked at while they go, journaled, and listed with what they hold', async () => {
    await buildFamily(house.db);
    await house.staff.make();
    expect((await house.staff.progress()).running).toMatchObject({ kind: 'asked', words: expect.any(String) as string });
    expect(await refusalOf(house.staff.make(), house.services)).toMatchObject({ code: 'backups.busy', status: 'CONFLICT' });
    await house.backups.idle();
    expect(await house.staff.progress()).toEqual({ running: null, problem: null });
    const list = await house.staff.list();
    expect(list.backups).toMatchObject([{ place: 'here', reason: 'asked', by: 'Nadine LE GOFF', isOurs: true, isTwice: false, check: { problem: null, missingFiles: 0 } }]);
    expect(list.backups[0]?.holds).toMatch(/^1\u00a0famille, .*enfants?, 0\u00a0facture$/);
    expect(list).toMatchObject({ alarms: [], second: null, restored: null, lastAt: at('2026-11-05T10:01') });
    expect(list.usedBytes).toBeGreaterThan(100_000);
    expect(await deeds()).toEqual(['backup.make']);
  });

  it('tell when the last is old', async () => {
    await house.backups.make('daily', 'x');
    house.clock.set(at('2026-11-09T10:00'));
    expect((await house.staff.alarm()).alarms).toEqual(['La dernière sauvegarde date du jeudi 5 novembre à 10\u00a0h\u00a001.']);
  });

  it('show before a restore what would be lost, in words', async () => {
    const { id } = await house.backups.make('daily', 'x');
    const ref = { id, place: 'here' } as const;
    expect(await house.staff.preview(ref)).toMatchObject({ townName: 'Saint-Aubin-des-Préaux', problem: null, losses: [], warnings: [] });
    house.clock.set(at('2026-11-06T09:00'));
    const { familyId } = await buildFamily(house.db);
    await house.db.write(async () => {
      const now = house.clock.now();
      await house.db.run('UPDATE families SET created_at = $now', { now });
      await house.db.run("INSERT INTO ledger_entries (id, family_id, kind, cents, label, on_day, at) VALUES (1, $familyId, 'payment', -1250, 'x', '2026-11-06', $now)", { familyId, now });
      await house.db.run(`INSERT INTO payments (family_id, means, cents, received_on, series, year, number, label, entry_id, request_key, paper, at, by_name)
        VALUES ($familyId, 'cash', 1250, '2026-11-06', 'R', 2026, 1, 'R-2026-000001', 1, 'k', '{}', $now, 'x')`, { familyId, now });
    });
    const preview = await house.staff.preview(ref);
    expect(preview.losses).toEqual(['1\u00a0règlement pour 12,50\u202f€', '1\u00a0famille créée']);
    expect(preview.warnings).toEqual([expect.stringMatching(/^Les numéros des factures et des reçus/)]);
  });

  it('show why a damaged one cannot be brought back, and refuse it', async () => {
    const { id } = await house.backups.make('daily', 'x');
    await flipByte(join(house.backups.root, id, 'preau.sqlite'), 9000);
    expect(await house.staff.preview({ id, place: 'here' })).toMatchObject({ problem: 'Cette sauvegarde est abîmée : son contenu n’est plus celui qui a été écrit.' });
    await house.staff.restore({ id, place: 'here', confirmed: true });
    await house.backups.idle();
    expect(restarts).toBe(0);
    expect((await house.staff.progress()).problem).toBe('Cette sauvegarde est abîmée : son contenu n’est plus celui qui a été écrit. Rien n’a été changé. Choisissez-en une autre.');
  });

  it('are brought back by starting anew, and nothing is begun until then', async () => {
    const { id } = await house.backups.make('daily', 'x');
    await house.staff.restore({ id, place: 'here', confirmed: true });
    await house.backups.idle();
    expect(restarts).toBe(1);
    expect(existsSync(join(house.dataFolder, 'restore-pending.json'))).toBe(true);
    expect((await house.staff.progress()).running).toMatchObject({ kind: 'restore', words: 'Redémarrage' });
    await expect(house.backups.make('issue', 'x')).rejects.toMatchObject({ code: 'backups.busy' });
  });

  it('refuse what is unknown, unconfirmed, or no name of a backup', async () => {
    for (const call of [() => house.staff.preview(NOBODY), () => house.staff.check(NOBODY), () => house.staff.restore({ ...NOBODY, confirmed: true })]) {
      expect(await refusalOf(call(), house.services)).toMatchObject({ code: 'backups.notFound', status: 'NOT_FOUND' });
    }
    expect((await refusalOf(house.staff.preview({ ...NOBODY, place: 'second' }), house.services)).code).toBe('backups.folderGone');
    expect((await refusalOf(house.staff.restore({ ...NOBODY, confirmed: false as true }), house.services)).fields.confirmed).toMatch(/^Cochez la case/);
    expect((await refusalOf(house.staff.preview({ id: '../../etc', place: 'here' }), house.services)).fields.id).toBe('Cette sauvegarde n’existe pas.');
  });
});

describe('the settings of the backups', () => {
  it('are saved and journaled; a second folder must be elsewhere, exist and take files', async () => {
    const { settings } = await house.staff.list();
    const disk = plugDisk();
    const wrong = async (secondFolder: string) => (await refusalOf(house.staff.saveSettings({ ...settings, secondFolder }), house.services)).fields.secondFolder;
    expect(await wrong('Sauvegardes')).toMatch(/^Écrivez le chemin complet/);
    expect(await wrong(join(disk.folder, 'rien'))).toMatch(/introuvable/);
    expect(await wrong(join(house.dataFolder, 'backups'))).toMatch(/introuvable|dans celui des données/);
    expect(await wrong(house.dataFolder)).toMatch(/^Ce dossier est dans celui des données/);
    expect(await wrong('/proc')).toMatch(/ne peut pas être écrit/);
    await house.staff.saveSettings({ ...settings, secondFolder: ` ${disk.folder} `, hour: 18, keepDays: 10 });
    expect((await house.staff.list()).settings).toMatchObject({ secondFolder: disk.folder, hour: 18, keepDays: 10, version: 2 });
    expect(await refusalOf(house.staff.saveSettings(settings), house.services)).toMatchObject({ code: 'changedMeanwhile' });
    expect((await refusalOf(house.staff.saveSettings({ ...settings, hour: 24, keepDays: 0 }), house.services)).fields).toMatchObject({ hour: expect.stringContaining('23') as string, keepDays: 'Gardez entre 1 et 60 jours.' });
    expect(await deeds()).toEqual(['backup.settings']);
    disk.unplug();
  });

  it('are those of today after a restore', async () => {
    const { id } = await house.backups.make('daily', 'x');
    const { settings } = await house.staff.list();
    await house.staff.saveSettings({ ...settings, hour: 18 });
    await addSchool(house, 'x');
    await house.staff.restore({ id, place: 'here', confirmed: true });
    await house.backups.idle();
    const ready = await RawConnection.open(join(house.dataFolder, 'restore', 'preau.sqlite'), sqlite3.OPEN_READONLY);
    expect(await ready.all('SELECT hour FROM backup_settings')).toEqual([{ hour: 18 }]);
    expect(await ready.all('SELECT by_name, backup FROM restores')).toEqual([{ by_name: 'Nadine LE GOFF', backup: id }]);
    await ready.close();
  });
});
