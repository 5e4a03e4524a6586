import type { Actor } from '../../kernel/actor';
import type { Context } from '../../platform/procedures/services';
import { journalModels } from './models';

type Values = Readonly<Record<string, unknown>>;

/** A deed to remember. Give whole states in `before` and `after`: only what differs is kept. */
export interface Deed {
  readonly action: string;
  /** French sentence with names, told to staff as it stands. */
  readonly subject: string;
  readonly familyId?: number | null;
  readonly childId?: number | null;
  readonly before?: Values;
  readonly after?: Values;
}

/** Writes a deed in the journal, inside the transaction that does it. Returns the entry's id. */
export async function recordDeed(context: Pick<Context, 'db' | 'clock' | 'actor'>, deed: Deed): Promise<number> {
  const { before, after } = differing(deed.before, deed.after);
  const row = await journalModels(context.db).Journal.create({
    at: context.clock.now(),
    actorKind: context.actor.kind,
    actorId: actorId(context.actor),
    actorName: context.actor.name,
    action: deed.action,
    subject: deed.subject,
    familyId: deed.familyId ?? null,
    childId: deed.childId ?? null,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  });
  return row.id;
}

function actorId(actor: Actor): number | null {
  if (actor.kind === 'staff') return actor.id;
  return actor.kind === 'parent' ? actor.accountId : null;
}

function differing(before: Values | undefined, after: Values | undefined): { before?: Values; after?: Values } {
  if (!before || !after) return { before, after };
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const only = (values: Values): Values => Object.fromEntries(changed.filter((key) => key in values).map((key) => [key, values[key]]));
  return { before: only(before), after: only(after) };
}
