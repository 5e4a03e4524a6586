import type { z } from 'zod';
import type { StaffActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import { recordDeed } from '../journal/record-deed';
import type { Context } from '../../platform/procedures/services';
import { knownHealth } from '../families/child-health';
import { readFamily } from '../families/read-family';
import type { FamilyFile } from '../families/schema';
import { localToday } from '../town/queries';
import { applyTicks, applyValues } from './apply-changes';
import { applyAddition, applyRemoval } from './apply-contacts';
import { additionOf, isAddition } from './contact-words';
import { tellDecisions } from './notices';
import type { Tick } from './pickups';
import { waitingRequests } from './request-rows';
import type { OpenRequest } from './request-rows';
import { labelOf, subjectIdOf, subjectOf, valueNow, wordsOf } from './request-words';
import type { decideInput, SectionPart } from './schema';

type Input = z.output<typeof decideInput>;
interface Decided {
  readonly request: OpenRequest;
  readonly accept: boolean;
  readonly reason: string;
  readonly seen: string;
}

/**
 * Decides requests of one family, all or nothing: what is accepted goes into the file by the same
 * rules as staff's own changes, the parents are told by mail. Throws AppError `portalDesk.takenBack`,
 * `portalDesk.fieldChanged`, `portalDesk.healthUnread`, or what the commands of `families` throw.
 */
export function decideRequests(context: Context<StaffActor>, { familyId, decisions }: Input): Promise<{ accepted: number; refused: number }> {
  const { db } = context;
  return db.write(async () => {
    const file = await readFamily(db, familyId, await localToday(context), false);
    const waiting = await waitingRequests(db, familyId);
    const decided = decisions.map(({ requestId, ...decision }): Decided => {
      const request = waiting.find(({ id }) => id === requestId);
      if (!request) throw new AppError('portalDesk.takenBack', {}, 'conflict');
      return { request, ...decision };
    });
    const accepted = decided.filter(({ accept }) => accept);
    for (const one of decided) await refuseUnread(context, file, one);
    await applyAll(context, familyId, accepted.map(({ request }) => request));
    for (const one of decided) await keep(context, file, one);
    await tellParents(context, file, decided);
    return { accepted: accepted.length, refused: decided.length - accepted.length };
  });
}

/** What staff did not see they cannot overwrite: the field changed since, or they may not read health data. */
async function refuseUnread({ db, actor }: Context<StaffActor>, file: FamilyFile, { request, accept, seen }: Decided): Promise<void> {
  const isHealth = request.part === 'childHealth';
  if (isHealth && !actor.rights.includes('health.read')) throw new AppError('portalDesk.healthUnread', { label: labelOf(request) }, 'forbidden');
  if (!accept) return;
  const now = valueNow(file, request, isHealth ? await knownHealth(db, request.childId!) : null);
  if (now === null) throw new AppError(request.childId === null ? 'families.unknownAdult' : 'families.unknownChild', {}, 'notFound');
  if (now !== seen) throw new AppError('portalDesk.fieldChanged', { label: labelOf(request), now: isHealth ? '' : wordsOf(file, request, now) }, 'conflict');
}

/** One save a person or child, whatever the number of fields: what belongs together arrives together. */
async function applyAll(context: Context, familyId: number, requests: readonly OpenRequest[]): Promise<void> {
  const [contacts, others] = [requests.filter(({ part }) => part === 'contacts'), requests.filter(({ part }) => part !== 'contacts')];
  const ticks = others.filter(({ part }) => part === 'pickups');
  await applyTicks(context, familyId, ticks.map(({ personId, childId, field, after }) => ({ personId: personId!, childId: childId!, what: field as Tick, value: after === 'yes' })));
  const sections = new Map<string, OpenRequest[]>();
  for (const request of others.filter(({ part }) => part !== 'pickups')) {
    const key = `${request.part} ${subjectIdOf(request)}`;
    sections.set(key, [...(sections.get(key) ?? []), request]);
  }
  for (const group of sections.values()) {
    const [first] = group;
    await applyValues(context, familyId, first!.part as SectionPart, subjectIdOf(first!), Object.fromEntries(group.map(({ field, after }) => [field, after])));
  }
  // Who leaves does so last: what else was accepted about them has found them.
  for (const request of contacts.filter(isAddition)) await applyAddition(context, familyId, additionOf(request));
  for (const request of contacts.filter((one) => !isAddition(one))) await applyRemoval(context, familyId, request.personId!);
}

async function keep(context: Context<StaffActor>, file: FamilyFile, { request, accept, reason }: Decided): Promise<void> {
  const { db, clock, actor } = context;
  await db.run(
    `UPDATE profile_requests SET state = $state, reason = $reason, decided_at = $at, decided_by = $by,
       before = CASE part WHEN 'childHealth' THEN '' ELSE before END, after = CASE part WHEN 'childHealth' THEN '' ELSE after END WHERE id = $id`,
    { id: request.id, state: accept ? 'accepted' : 'refused', reason: accept ? '' : reason, at: clock.now(), by: actor.name },
  );
  await recordDeed(context, {
    action: accept ? 'profile.accept' : 'profile.refuse', familyId: file.id, childId: request.childId,
    subject: `Famille ${file.name} : demande ${accept ? 'acceptée' : 'refusée'}, ${labelOf(request)} (${subjectOf(file, request)})`,
    ...(!accept && request.part !== 'childHealth' && { after: { reason } }),
  });
}

/** One mail a parent, with the answers to all that they asked. */
async function tellParents(context: Context, file: FamilyFile, decided: readonly Decided[]): Promise<void> {
  for (const personId of new Set(decided.map(({ request }) => request.askedBy))) {
    const mine = decided.filter(({ request }) => request.askedBy === personId);
    await tellDecisions(context, {
      familyId: file.id, personId,
      decisions: mine.map(({ request, accept, reason }) => ({ label: labelOf(request), subject: subjectOf(file, request), health: request.part === 'childHealth', accepted: accept, reason })),
    });
  }
}
