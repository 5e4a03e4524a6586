import type { Context } from '../../platform/procedures/services';
import type { Deed } from './record-deed';

/** Writes many deeds of one actor at once, without what was before; inside the transaction that does them. */
export async function recordDeeds({ db, clock, actor }: Pick<Context, 'db' | 'clock' | 'actor'>, deeds: readonly Omit<Deed, 'before'>[]): Promise<void> {
  if (deeds.length === 0) return;
  await db.run(
    `INSERT INTO journal (at, actor_kind, actor_id, actor_name, action, subject, family_id, child_id, before, after)
     SELECT $at, $kind, $actorId, $name, value ->> 'action', value ->> 'subject', value ->> 'familyId', value ->> 'childId', NULL, value -> 'after' FROM json_each($deeds)`,
    { at: clock.now(), kind: actor.kind, actorId: actor.kind === 'staff' ? actor.id : actor.kind === 'parent' ? actor.accountId : null, name: actor.name, deeds: JSON.stringify(deeds) },
  );
}
