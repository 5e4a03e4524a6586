import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { AppError, notFound } from '../../kernel/errors';
import { counted } from '../../kernel/text';
import { judge } from '../../platform/backup/check-backup';
import { readSettings } from '../../platform/backup/backup-settings';
import { DATABASE, readBackup } from '../../platform/backup/manifest';
import { RawConnection } from '../../platform/database/raw-connection';
import type { Services } from '../../platform/procedures/services';
import { findTown } from '../town/queries';
import { hasIssuedSince, readLosses } from './losses';
import { problemSentence } from './messages.fr';
import type { BackupRef, RestorePreview } from './schema';
import { holdsWords } from './words';

/**
 * What restoring a backup would bring and take, after reopening it. Throws AppError
 * `backups.notFound`.
 */
export async function previewRestore(services: Services, { id, place }: BackupRef): Promise<RestorePreview> {
  const { db, clock, backups } = services;
  const root = await backups.rootOf(place);
  const { manifest } = await readBackup(root, id);
  if (!manifest) throw notFound('backups.notFound');
  const check = await judge({ root, id, migrations: backups.migrations, at: clock.now(), thorough: false });
  const inside = check.problem === null ? await lookInto(join(root, id, DATABASE)) : { townName: null, waitingMails: 0 };
  const warnings: string[] = [];
  const town = await findTown(db);
  const { house } = await readSettings(db);
  if (manifest.house !== null && manifest.house !== house && inside.townName !== null) {
    warnings.push(`Cette sauvegarde vient d’une autre installation de Préau : ${inside.townName} prendra la place de ${town?.name ?? 'la commune'}.`);
  }
  if (await hasIssuedSince(db, manifest.at)) {
    warnings.push('Les numéros des factures et des reçus faits depuis seront donnés une seconde fois. Si ces papiers ont été remis à des familles, parlez-en d’abord au comptable.');
  }
  if (inside.waitingMails > 0) warnings.push(`${counted(inside.waitingMails, 'mail qui attendait alors sera mis', 'mails qui attendaient alors seront mis')} de côté dans la boîte d’envoi, au cas où ${inside.waitingMails > 1 ? 'ils seraient déjà partis' : 'il serait déjà parti'}.`);
  if (check.missingFiles > 0) warnings.push(`${counted(check.missingFiles, 'document manque dans cette sauvegarde et devra', 'documents manquent dans cette sauvegarde et devront')} être imprimé${check.missingFiles > 1 ? 's' : ''} à nouveau.`);
  if (manifest.migrations.length < backups.migrations.length) warnings.push('Elle vient d’une version plus ancienne de Préau : ses données seront mises à jour au passage.');
  return {
    id, place, at: manifest.at, reason: manifest.reason, townName: inside.townName, holds: holdsWords(manifest),
    problem: check.problem && problemSentence(check.problem),
    losses: await readLosses(db, manifest.at),
    warnings,
  };
}

/** Reads a little of a backup without touching it. */
async function lookInto(file: string): Promise<{ townName: string | null; waitingMails: number }> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READONLY);
  try {
    const [town] = await connection.all<{ name: string }>('SELECT name FROM town');
    const [mails] = await connection.all<{ n: number }>("SELECT count(*) AS n FROM mails WHERE state IN ('waiting', 'sending')");
    return { townName: town?.name ?? null, waitingMails: mails?.n ?? 0 };
  } finally {
    await connection.close();
  }
}

/** Throws AppError `backups.notFound` when the place holds no such backup. */
export async function refuseUnknown({ backups }: Services, { id, place }: BackupRef): Promise<void> {
  const { manifest, check } = await readBackup(await backups.rootOf(place), id);
  if (!manifest && !check) throw new AppError('backups.notFound', {}, 'notFound');
}
