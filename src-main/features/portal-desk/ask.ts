import type { ParentActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import type { Desk } from './desk';
import { insertRequest, isOf, withdrawRow } from './request-rows';
import type { RequestKey } from './request-rows';

type Key = Omit<RequestKey, 'familyId'>;

/**
 * Asks the town hall for a change of one field, inside a write. The parent's own waiting request
 * about it gives way; that of another guardian is not overwritten: AppError `portalDesk.askedAlready`.
 */
export async function ask(context: Context<ParentActor>, desk: Desk, key: Key, label: string, before: string, after: string): Promise<void> {
  const { db, clock, actor } = context;
  const waiting = desk.requests.find((request) => request.state === 'waiting' && isOf(request, key));
  if (waiting?.after === after) return;
  if (waiting && waiting.askedBy !== actor.personId) throw new AppError('portalDesk.askedAlready', { name: waiting.askedName, label }, 'conflict', `values.${key.field}`);
  if (waiting) await withdrawRow(db, waiting.id);
  await insertRequest(db, { ...key, familyId: desk.file.id }, { before, after, askedAt: clock.now(), askedBy: actor.personId });
  await recordDeed(context, { action: 'profile.ask', subject: `Famille ${desk.file.name} : demande de modification (${label})`, familyId: desk.file.id, childId: key.childId });
}

/** Takes back the parent's own waiting request about a field that they set otherwise, inside a write. */
export async function takeBack({ db, actor }: Context<ParentActor>, desk: Desk, key: Key): Promise<void> {
  const waiting = desk.requests.find((request) => request.state === 'waiting' && request.askedBy === actor.personId && isOf(request, key));
  if (waiting) await withdrawRow(db, waiting.id);
}

/** Withdraws one of the parent's own requests. Throws AppError `portalDesk.unknownRequest` or `portalDesk.decidedAlready`. */
export function withdrawRequest(context: Context<ParentActor>, requestId: number): Promise<void> {
  const { db, actor } = context;
  return db.write(async () => {
    const row = await db.selectOne<{ state: string; familyId: number; childId: number | null }>(
      'SELECT state, family_id AS familyId, child_id AS childId FROM profile_requests WHERE id = $requestId AND asked_by = $personId', { requestId, personId: actor.personId },
    );
    if (!row) throw new AppError('portalDesk.unknownRequest', {}, 'notFound');
    if (row.state === 'withdrawn') return;
    if (row.state !== 'waiting') throw new AppError('portalDesk.decidedAlready', {}, 'conflict');
    await withdrawRow(db, requestId);
    await recordDeed(context, { action: 'profile.withdraw', subject: 'Demande de modification retirée par le parent', familyId: row.familyId, childId: row.childId });
  });
}
