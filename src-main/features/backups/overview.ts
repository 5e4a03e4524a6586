import { formatMoment } from '../../kernel/french-dates';
import { toLocal } from '../../kernel/local-date';
import type { Instant } from '../../kernel/local-date';
import { readSettings } from '../../platform/backup/backup-settings';
import type { Problem } from '../../platform/backup/backup-settings';
import type { Backup } from '../../platform/backup/manifest';
import { secondRoot } from '../../platform/backup/second-copy';
import { bytesOf, listBackups } from '../../platform/backup/tidy';
import { freeBytesOn } from '../../platform/backup/write-backup';
import { secondsBetween } from '../../platform/clock';
import type { Services } from '../../platform/procedures/services';
import { findTown } from '../town/queries';
import { problemSentence } from './messages.fr';
import type { BackupLine, BackupReason, BackupsAlarm, BackupsOverview, WorkProgress } from './schema';
import { holdsWords, progressWords } from './words';

/** A backup older than this is told: two working days and a night. */
const STALE_SECONDS = 3 * 86_400;

const sentenceOf = ({ wording }: Services, { code, details }: Problem): string => (wording[code] ?? wording['backups.failed'])?.(details) ?? '';

/** All that the page shows: the backups of both places, how the last tries went, the room. */
export async function readOverview(services: Services): Promise<BackupsOverview> {
  const { db, backups } = services;
  const { house, version, hour, keepDays, keepWeeks, keepMonths, secondFolder } = await readSettings(db);
  const [here, there, state] = await Promise.all([
    listBackups(backups.root), secondFolder === null ? [] : listBackups(secondRoot(secondFolder)), backups.state(),
  ]);
  const twice = new Set(there.map(({ id }) => id));
  const lines = [
    ...here.map((backup) => lineOf(backup, 'here', twice.has(backup.id), house)),
    ...there.filter(({ id }) => !here.some((other) => other.id === id)).map((backup) => lineOf(backup, 'second', false, house)),
  ].sort((left, right) => (left.at < right.at ? 1 : -1));
  return {
    ...(await alarmOf(services, here)),
    backups: lines,
    second: secondFolder === null ? null : { doneAt: state.secondDoneAt },
    usedBytes: await bytesOf(backups.root, here),
    freeBytes: await freeBytesOn(backups.dataFolder).catch(() => null),
    settings: { hour, keepDays, keepWeeks, keepMonths, secondFolder: secondFolder ?? '', version },
    restored: await lastRestore(services, here),
  };
}

/** What the home page tells. */
export async function readAlarm(services: Services): Promise<BackupsAlarm> {
  return alarmOf(services, await listBackups(services.backups.root));
}

/** The work under way, and why the last one failed. */
export function readProgress(services: Services): WorkProgress {
  const { progress, problem } = services.backups;
  return {
    running: progress && { kind: progress.work, words: progressWords(progress), done: progress.done, total: progress.total, since: progress.since },
    problem: problem && sentenceOf(services, problem),
  };
}

async function alarmOf(services: Services, here: readonly Backup[]): Promise<BackupsAlarm> {
  const { backups, clock, db } = services;
  const [state, { secondFolder }, town] = await Promise.all([backups.state(), readSettings(db), findTown(db)]);
  const moment = (at: Instant): string => formatMoment(toLocal(at, town?.timeZone ?? 'Europe/Paris'));
  const lastAt = here.find(({ manifest, check }) => manifest && check?.problem === null)?.manifest?.at ?? null;
  const alarms: string[] = [];
  if (backups.restored?.kind === 'abandoned') alarms.push(`La restauration n’a pas eu lieu : rien n’a été changé. ${sentenceOf(services, backups.restored)}`);
  if (state.problem) alarms.push(`La dernière sauvegarde a échoué${state.triedAt ? ` ${moment(state.triedAt)}` : ''}. ${sentenceOf(services, state.problem)}`);
  if (state.secondProblem && secondFolder !== null) alarms.push(`La dernière copie sur « ${secondFolder} » a échoué${state.secondTriedAt ? ` ${moment(state.secondTriedAt)}` : ''}. ${sentenceOf(services, state.secondProblem)}`);
  if (lastAt !== null && state.problem === null && secondsBetween(lastAt, clock.now()) > STALE_SECONDS) alarms.push(`La dernière sauvegarde date du ${moment(lastAt)}.`);
  return { lastAt, alarms };
}

const REASON_OF_ID = /Z-([a-z]+)/;
/** A backup that cannot be read is told by its name alone. */
const instantOfId = (id: string): string => id.slice(0, 24).replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z');

function lineOf({ id, manifest, check }: Backup, place: BackupLine['place'], isTwice: boolean, house: string): BackupLine {
  return {
    id, place, isTwice,
    at: manifest?.at ?? instantOfId(id),
    reason: manifest?.reason ?? (REASON_OF_ID.exec(id)?.[1] as BackupReason),
    by: manifest?.by ?? '',
    holds: holdsWords(manifest),
    bytes: (manifest?.database.bytes ?? 0) + (manifest?.files.bytes ?? 0),
    check: manifest
      ? check && { at: check.at, missingFiles: check.missingFiles, problem: check.problem && problemSentence(check.problem) }
      : { at: instantOfId(id), missingFiles: 0, problem: problemSentence('unreadable') },
    isOurs: manifest === null || manifest.house === null || manifest.house === house,
  };
}

interface RestoreRow {
  readonly at: string;
  readonly by: string;
  readonly takenAt: string;
  readonly safety: string;
}

async function lastRestore({ db }: Services, here: readonly Backup[]): Promise<BackupsOverview['restored']> {
  const row = await db.selectOne<RestoreRow>('SELECT at, by_name AS "by", taken_at AS takenAt, safety FROM restores ORDER BY id DESC LIMIT 1');
  if (!row) return null;
  const { safety, ...told } = row;
  // Told as long as there is a way back.
  return here.some(({ id, manifest }) => id === safety && manifest) ? { ...told, safety: { id: safety, place: 'here' } } : null;
}
