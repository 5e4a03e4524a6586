import type { ParentActor, StaffActor } from '../../kernel/actor';
import { AppError, forbidden, notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import { boundKey } from '../../kernel/request-key';
import type { Context } from '../../platform/procedures/services';
import type { Database } from '../../platform/database/database';
import { recordDeed } from '../journal/record-deed';
import { openFamily } from '../families/checks';
import { fullName } from '../families/wording';
import { localToday } from '../town/queries';
import { checkedEnd } from './decide-paper';
import { kindOf } from './paper-kinds';
import { placesOfParent } from './parent-places';
import { takeUploads } from './receive-upload';
import type { AddPaperInput, PaperKind, SendPaperInput } from './schema';

/**
 * A parent sends a paper, asked for or not; it waits for the town hall. The same `requestKey` sends it
 * once; one that was still waiting is replaced. Throws AppError `notFound` for a family, child or kind
 * that is not theirs, `documents.*` for what is missing or gone.
 */
export function sendPaper(context: Context<ParentActor>, input: SendPaperInput): Promise<{ id: number }> {
  return context.db.write(async () => {
    const earlier = await sentWith(context, input.requestKey);
    if (earlier) return earlier;
    const place = (await placesOfParent(context.db, context.actor.personId)).find(({ familyId }) => familyId === input.familyId);
    // What the town asks for is answered by who has parental authority; anything else may be sent.
    if (!place || (input.kindId !== null && !place.withAuthority)) throw notFound();
    const { personId } = context.actor;
    return keep(context, input, { state: 'waiting', personId, by: await nameOfPerson(context.db, personId), validUntil: null });
  });
}

/** Staff add a paper that they hold for a family: accepted at once. Throws as `sendPaper`, and `forbidden` for health data without the right. */
export function addPaper(context: Context<StaffActor>, { validUntil, ...input }: AddPaperInput): Promise<{ id: number }> {
  return context.db.write(async () => {
    const earlier = await sentWith(context, input.requestKey);
    if (earlier) return earlier;
    await openFamily(context.db, input.familyId);
    const kind = input.kindId === null ? null : await kindOf(context.db, input.kindId);
    if (kind?.health && !context.actor.rights.includes('health.read')) throw forbidden('documents.healthPaper');
    checkedEnd(validUntil, kind?.renewed ?? false, await localToday(context));
    return keep(context, input, { state: 'accepted', personId: null, by: context.actor.name, validUntil });
  });
}

/** The paper that this sender sent already with this key. */
const sentWith = ({ db, actor }: Context<ParentActor | StaffActor>, key: string): Promise<{ id: number } | null> =>
  db.selectOne<{ id: number }>('SELECT id FROM family_papers WHERE request_key = $key', { key: boundKey(actor, key) });

interface Fate {
  readonly state: 'waiting' | 'accepted';
  readonly personId: number | null;
  /** Who sends it, as the pages call people: "Paul ALAIN". */
  readonly by: string;
  readonly validUntil: LocalDate | null;
}

async function keep(context: Context<ParentActor | StaffActor>, input: SendPaperInput, { state, personId, by, validUntil }: Fate): Promise<{ id: number }> {
  const { db, clock, actor } = context;
  const { familyId, childId, kindId, description, requestKey } = input;
  const child = childId === null ? null : await childIn(db, familyId, childId);
  const kind = kindId === null ? null : await kindOf(db, kindId);
  const name = nameOf(input, kind);
  const files = await takeUploads(context, input.uploadIds);
  const at = clock.now();
  if (kind) {
    await db.run("UPDATE family_papers SET state = 'replaced', version = version + 1 WHERE kind_id = $kindId AND family_id = $familyId AND child_id IS $childId AND state = 'waiting'", { kindId, familyId, childId });
  }
  await db.run(
    `INSERT INTO family_papers (kind_id, family_id, child_id, name, description, sent_at, sent_by, person_id, state, decided_at, decided_by, valid_until, request_key)
     VALUES ($kindId, $familyId, $childId, $name, $description, $at, $by, $personId, $state, $decidedAt, $decidedBy, $validUntil, $requestKey)`,
    { kindId, familyId, childId, name, description, at, by, personId, state, validUntil, requestKey: boundKey(actor, requestKey), decidedAt: state === 'accepted' ? at : null, decidedBy: state === 'accepted' ? actor.name : '' },
  );
  const { id } = (await db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id'))!;
  for (const [position, { name: fileName, type, bytes, sha256 }] of files.entries()) {
    await db.run('INSERT INTO family_paper_files (paper_id, position, name, type, bytes, sha256) VALUES ($id, $position, $fileName, $type, $bytes, $sha256)', { id, position, fileName, type, bytes, sha256 });
  }
  const about = child ? `, ${child.firstName}` : '';
  await recordDeed(context, { action: 'documents.send', subject: `Pièce « ${name} »${about} ${state === 'waiting' ? 'envoyée' : 'ajoutée par la mairie'}`, familyId, childId, ...(validUntil && { after: { validUntil } }) });
  return { id };
}

async function nameOfPerson(db: Database, personId: number): Promise<string> {
  const person = await db.selectOne<{ lastName: string; firstName: string }>('SELECT last_name AS lastName, first_name AS firstName FROM persons WHERE id = $personId', { personId });
  return person ? fullName(person) : '';
}

async function childIn(db: Database, familyId: number, childId: number): Promise<{ firstName: string }> {
  const child = await db.selectOne<{ firstName: string }>(
    'SELECT child.first_name AS firstName FROM family_children link JOIN children child ON child.id = link.child_id WHERE link.family_id = $familyId AND link.child_id = $childId',
    { familyId, childId },
  );
  if (!child) throw notFound();
  return child;
}

/** A paper asked for bears the name of its kind, and is about whom the kind is about. */
function nameOf({ name, childId }: SendPaperInput, kind: PaperKind | null): string {
  if (kind && (kind.about === 'child') !== (childId !== null)) throw new AppError(kind.about === 'child' ? 'documents.chooseChild' : 'documents.aboutFamily', {}, 'invalid', 'childId');
  if (!kind && name === '') throw new AppError('documents.nameMissing', {}, 'invalid', 'name');
  return kind?.name ?? name;
}
