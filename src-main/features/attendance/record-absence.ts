import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { daysBetween, toInstant } from '../../kernel/local-date';
import type { Instant, LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { rollCallModels } from '../child-days/roll-call-models';
import type { ProofKind } from '../child-days/schema';
import { serviceLabel } from '../enrolments/service-choices';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { townOf } from '../town/queries';
import { billedDays } from './billed';
import { loadCurrent } from './load-current';
import { billedSentence } from './roll-call-sentences';
import type { AbsenceResult, acceptProofInput, recordAbsenceInput } from './schema';
import { PROOF_WORDS, spanInWords, wordOf } from './words';

const LONGEST_DAYS = 366;

/** A family tells that a child stays away. Throws AppError `attendance.toldInFuture`, `tooLong`, `unknownChild`, `noFamily`, `noService`. */
export function recordAbsence(context: Context, input: z.output<typeof recordAbsenceInput>): Promise<AbsenceResult> {
  const { childId, service, fromOn, toOn, reason, note } = input;
  return context.db.write(async () => {
    const { name, familyId } = await childFor(context, childId, fromOn, toOn);
    const rulebook = await rulebookOf(context.db);
    if (service !== null && !rulebook.versions.some(({ services }) => services.some(({ id }) => id === service))) throw new AppError('attendance.noService');
    const now = context.clock.now();
    const row = await rollCallModels(context.db).AbsenceNotice.create({
      childId, service, fromOn, toOn, reason, note, toldAt: await momentOf(context, input.toldAt, 'toldAt'), recordedAt: now, withdrawnAt: null,
    });
    const about = service === null ? 'tous les services' : serviceLabel(rulebook, service);
    await recordDeed(context, { action: 'attendance.absence', subject: `Absence prévenue : ${name}, ${spanInWords(fromOn, toOn)}, ${about}`, familyId, childId });
    const billed = (await billedDays(context.db, [childId], fromOn, toOn)).size;
    return { id: row.id, billed, sentence: [`Absence notée pour ${name} ${spanInWords(fromOn, toOn)}.`, billedSentence(billed)].filter(Boolean).join(' ') };
  });
}

/** A paper is accepted for days of absence, after the fact too. Throws AppError `attendance.receivedInFuture`, `tooLong`, `unknownChild`, `noFamily`. */
export function acceptProof(context: Context, input: z.output<typeof acceptProofInput>): Promise<AbsenceResult> {
  const { childId, kind, fromOn, toOn, note } = input;
  return context.db.write(async () => {
    const { name, familyId } = await childFor(context, childId, fromOn, toOn);
    const row = await rollCallModels(context.db).AbsenceProof.create({
      childId, kind, fromOn, toOn, note, receivedAt: await momentOf(context, input.receivedAt, 'receivedAt'), recordedAt: context.clock.now(), withdrawnAt: null,
    });
    await recordDeed(context, { action: 'attendance.proof', subject: `Justificatif d’absence accepté : ${name}, ${spanInWords(fromOn, toOn)}`, familyId, childId });
    const billed = (await billedDays(context.db, [childId], fromOn, toOn)).size;
    return { id: row.id, billed, sentence: [`${capital(PROOF_WORDS[kind])} accepté pour ${name} ${spanInWords(fromOn, toOn)}.`, billedSentence(billed)].filter(Boolean).join(' ') };
  });
}

/** Takes a notice back. Throws AppError `attendance.withdrawn`. */
export function withdrawAbsence(context: Context, id: number): Promise<AbsenceResult> {
  return context.db.write(async () => {
    const { AbsenceNotice } = rollCallModels(context.db);
    const row = await AbsenceNotice.findOne({ where: { id, withdrawnAt: null } });
    if (!row) throw new AppError('attendance.withdrawn', {}, 'notFound');
    await AbsenceNotice.update({ withdrawnAt: context.clock.now() }, { where: { id } });
    return told(context, row, 'attendance.absenceWithdrawn', 'Absence prévenue retirée');
  });
}

/** Takes an accepted paper back. Throws AppError `attendance.withdrawn`. */
export function withdrawProof(context: Context, id: number): Promise<AbsenceResult> {
  return context.db.write(async () => {
    const { AbsenceProof } = rollCallModels(context.db);
    const row = await AbsenceProof.findOne({ where: { id, withdrawnAt: null } });
    if (!row) throw new AppError('attendance.withdrawn', {}, 'notFound');
    await AbsenceProof.update({ withdrawnAt: context.clock.now() }, { where: { id } });
    return told(context, row, 'attendance.proofWithdrawn', `${capital(wordOf(PROOF_WORDS, row.kind as ProofKind))} retiré`);
  });
}

async function told(context: Context, row: { id: number; childId: number; fromOn: string; toOn: string }, action: string, words: string): Promise<AbsenceResult> {
  const [fromOn, toOn] = [row.fromOn as LocalDate, row.toOn as LocalDate];
  const { name, familyId } = (await loadCurrent(context.db, [row.childId], fromOn))(row.childId, '');
  await recordDeed(context, { action, subject: `${words} : ${name}, ${spanInWords(fromOn, toOn)}`, familyId, childId: row.childId });
  const billed = (await billedDays(context.db, [row.childId], fromOn, toOn)).size;
  return { id: row.id, billed, sentence: [`${words} pour ${name} ${spanInWords(fromOn, toOn)}.`, billedSentence(billed)].filter(Boolean).join(' ') };
}

async function childFor(context: Context, childId: number, fromOn: LocalDate, toOn: LocalDate): Promise<{ name: string; familyId: number }> {
  if (daysBetween(fromOn, toOn) > LONGEST_DAYS) throw new AppError('attendance.tooLong', {}, 'invalid', 'toOn');
  return (await loadCurrent(context.db, [childId], fromOn))(childId, '');
}

async function momentOf({ db, clock }: Context, at: LocalDateTime | null, field: 'toldAt' | 'receivedAt'): Promise<Instant> {
  if (at === null) return clock.now();
  const instant = toInstant(at, (await townOf(db)).timeZone);
  if (instant > clock.now()) throw new AppError(field === 'toldAt' ? 'attendance.toldInFuture' : 'attendance.receivedInFuture', {}, 'invalid', field);
  return instant;
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('fr-FR')}${words.slice(1)}`;
