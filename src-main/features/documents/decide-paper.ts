import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError, forbidden } from '../../kernel/errors';
import { formatDate } from '../../kernel/french-dates';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { tellRefusal } from './paper-mails';
import { paperById, paperPage } from './sent-papers';
import type { SentPaper } from './schema';

/** A last day that may be given. Throws AppError `documents.endMissing` where one is needed, `documents.endPast`. */
export function checkedEnd(validUntil: LocalDate | null, renewed: boolean, today: LocalDate): LocalDate | null {
  if (renewed && validUntil === null) throw new AppError('documents.endMissing', {}, 'invalid', 'validUntil');
  if (validUntil !== null && validUntil < today) throw new AppError('documents.endPast', {}, 'invalid', 'validUntil');
  return validUntil;
}

/**
 * Staff accept a paper, until a day or without end; also one that was refused by mistake. Throws AppError
 * `notFound`, `documents.replaced`, `changedMeanwhile` when a colleague decided first, and those of `checkedEnd`.
 */
export function acceptPaper(context: Context<StaffActor>, { id, version, validUntil }: { readonly id: number; readonly version: number; readonly validUntil: LocalDate | null }): Promise<SentPaper> {
  return context.db.write(async () => {
    const today = await localToday(context);
    const paper = await decidable(context, today, id, version);
    checkedEnd(validUntil, paper.renewed, today);
    await decide(context, id, 'accepted', validUntil, '');
    await recordDeed(context, {
      action: 'documents.accept', subject: `Pièce « ${paper.name} » acceptée${validUntil ? ` jusqu’au ${formatDate(validUntil)}` : ''} : ${paper.personName}`, familyId: paper.familyId, childId: paper.childId,
    });
    return paperById(context.db, today, id);
  });
}

/** Staff refuse a paper with a reason, which the parent is told to come and read. Throws as `acceptPaper`. */
export function refusePaper(context: Context<StaffActor>, { id, version, reason }: { readonly id: number; readonly version: number; readonly reason: string }): Promise<SentPaper> {
  return context.db.write(async () => {
    const today = await localToday(context);
    const paper = await decidable(context, today, id, version);
    await decide(context, id, 'refused', null, reason);
    await tellRefusal(context, paper);
    // The reason may speak of health: the journal keeps that it was refused.
    await recordDeed(context, { action: 'documents.refuse', subject: `Pièce « ${paper.name} » refusée : ${paper.personName}`, familyId: paper.familyId, childId: paper.childId, ...(!paper.health && { after: { reason } }) });
    return paperById(context.db, today, id);
  });
}

async function decidable(context: Context<StaffActor>, today: LocalDate, id: number, version: number): Promise<SentPaper> {
  const paper = await paperById(context.db, today, id);
  if (paper.health && !context.actor.rights.includes('health.read')) throw forbidden('documents.healthPaper');
  if (paper.state === 'replaced') throw new AppError('documents.replaced', {}, 'conflict');
  if (paper.version !== version) throw new AppError('documents.decidedMeanwhile', { by: paper.decidedBy, words: paper.words }, 'conflict');
  return paper;
}

const decide = ({ db, clock, actor }: Context<StaffActor>, id: number, state: string, validUntil: LocalDate | null, reason: string): Promise<unknown> =>
  db.run(
    'UPDATE family_papers SET state = $state, valid_until = $validUntil, reason = $reason, decided_at = $at, decided_by = $by, version = version + 1 WHERE id = $id',
    { id, state, validUntil, reason, at: clock.now(), by: actor.name },
  );

export interface OpenedPage {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Staff or a parent open a page. Health data wants its right of staff, and each reading is a deed, a parent's as staff's.
 * Throws AppError `notFound` for what is not theirs, `documents.healthPaper`.
 */
export async function openPage(context: Context<ParentActor | StaffActor>, id: number): Promise<OpenedPage> {
  const { actor } = context;
  const { name, type, sha256, health, paper, familyId, childId } = await paperPage(context.db, id, actor.kind === 'parent' ? actor.personId : null);
  if (health === 1) {
    if (actor.kind === 'staff' && !actor.rights.includes('health.read')) throw forbidden('documents.healthPaper');
    await context.db.write(() => recordDeed(context, { action: 'documents.open', subject: `Pièce « ${paper} » consultée`, familyId, childId }));
  }
  return { name, type, bytes: await context.files.read(sha256) };
}
