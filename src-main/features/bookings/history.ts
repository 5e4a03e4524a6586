import type { z } from 'zod';
import type { ParentActor } from '../../kernel/actor';
import { notFound } from '../../kernel/errors';
import { toLocal } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { serviceLabel } from '../enrolments/service-choices';
import { grouped } from '../families/grouped';
import { childrenOfPerson } from '../families/loading';
import { fullName } from '../families/wording';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday, townOf } from '../town/queries';
import type { History, historyRequest, Receipt, ReceiptLine } from './history-schema';
import { periodOf } from './period';
import { refuseStrangers } from './save-changes';

const PAGE = 20;

interface Event extends Omit<ReceiptLine, 'childName' | 'serviceLabel'> {
  readonly journalId: number;
  readonly service: string;
  readonly lastName: string;
  readonly firstName: string;
}

interface Entry {
  readonly id: number;
  readonly at: Instant;
  readonly actorKind: 'staff' | 'parent' | 'system';
  readonly actorId: number | null;
  /** A parent who is a guardian in the entry's family; null when not, or no more. */
  readonly lastName: string | null;
  readonly firstName: string | null;
}

/** Whose receipts: the parent's children, and only what was decided in the parent's own families. */
interface Mine {
  readonly childIds: readonly number[];
  readonly familyIds: readonly number[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

const EVENTS_OF_MINE = `booking_events event JOIN journal ON journal.id = event.journal_id
  AND journal.family_id IN (SELECT value FROM json_each($families))
  WHERE event.child_id IN (SELECT value FROM json_each($children)) AND ($from IS NULL OR event.day BETWEEN $from AND $to)`;

const bound = ({ childIds, familyIds, from, to }: Mine) => ({ children: JSON.stringify(childIds), families: JSON.stringify(familyIds), from, to });

/** « Historique de mes réservations »: dated receipts, the newest first, a page at a time. Throws AppError `bookings.notYours`. */
export async function bookingHistory(context: Context<ParentActor>, { childId, month, before }: z.output<typeof historyRequest>): Promise<History> {
  const children = await childrenOfPerson(context.db, context.actor.personId);
  refuseStrangers(householdIn(children), childId === undefined ? [] : [childId]);
  const { from, to } = month ? periodOf('month', month) : { from: null, to: null };
  const mine: Mine = { childIds: childId === undefined ? children.map(({ id }) => id) : [childId], familyIds: familiesOf(children), from, to };
  const rows = await context.db.select<{ id: number }>(
    `SELECT DISTINCT journal.id FROM ${EVENTS_OF_MINE} AND ($before IS NULL OR journal.id < $before) ORDER BY journal.id DESC LIMIT $limit`,
    { ...bound(mine), before: before ?? null, limit: PAGE + 1 },
  );
  const ids = rows.slice(0, PAGE).map(({ id }) => id);
  return {
    today: await localToday(context),
    children: children.map(({ id, lastName, firstName }) => ({ childId: id, name: registerName(lastName, firstName) })),
    receipts: await receiptsWith(context, mine, ids),
    before: rows.length > PAGE ? ids.at(-1)! : null,
  };
}

/** Some receipts, to be printed, in the order asked. Throws AppError `notFound` when one is not the parent's. */
export async function receiptsById(context: Context<ParentActor>, ids: readonly number[]): Promise<Receipt[]> {
  const children = await childrenOfPerson(context.db, context.actor.personId);
  const receipts = await receiptsWith(context, { childIds: children.map(({ id }) => id), familyIds: familiesOf(children), from: null, to: null }, ids);
  if (receipts.length < new Set(ids).size) throw notFound();
  return receipts;
}

type Children = Awaited<ReturnType<typeof childrenOfPerson>>;
const familiesOf = (children: Children): number[] => [...new Set(children.flatMap(({ familyIds }) => familyIds))];
const householdIn = (children: Children) => ({ familyIds: familiesOf(children), childIds: new Set(children.map(({ id }) => id)), schoolAndClass: () => '' });

async function receiptsWith(context: Context<ParentActor>, mine: Mine, ids: readonly number[]): Promise<Receipt[]> {
  const { db, actor } = context;
  const asked = { ids: JSON.stringify(ids) };
  const entries = await db.select<Entry>(
    `SELECT journal.id, journal.at, journal.actor_kind AS actorKind, journal.actor_id AS actorId, person.last_name AS lastName, person.first_name AS firstName
     FROM journal
     LEFT JOIN portal_accounts account ON journal.actor_kind = 'parent' AND account.id = journal.actor_id
     LEFT JOIN family_adults adult ON adult.person_id = account.person_id AND adult.family_id = journal.family_id AND adult.kind = 'guardian'
     LEFT JOIN persons person ON person.id = adult.person_id
     WHERE journal.id IN (SELECT value FROM json_each($ids))`,
    asked,
  );
  const events = grouped(await db.select<Event>(
    `SELECT event.journal_id AS journalId, event.child_id AS childId, child.last_name AS lastName, child.first_name AS firstName,
       event.service, event.day, event.action, event.outcome, event.price_cents AS priceCents
     FROM (SELECT event.* FROM ${EVENTS_OF_MINE}) event JOIN children child ON child.id = event.child_id
     WHERE event.journal_id IN (SELECT value FROM json_each($ids)) ORDER BY event.id`,
    { ...bound(mine), ...asked },
  ), ({ journalId }) => journalId);
  const [rulebook, { timeZone }] = [await rulebookOf(db), await townOf(db)];
  return ids.flatMap((id): Receipt[] => {
    const [entry, mineOf] = [entries.find((one) => one.id === id), events.get(id)];
    if (!entry || !mineOf) return [];
    const lines = mineOf.map(({ journalId: _, service, lastName, firstName, ...line }) => ({ ...line, childName: fullName({ lastName, firstName }), serviceLabel: serviceLabel(rulebook, service) }));
    const booked = lines.filter(({ action }) => action === 'book').length;
    return [{ id, at: toLocal(entry.at, timeZone), by: whoIs(entry, actor), booked, cancelled: lines.length - booked, lines }];
  });
}

/** A parent reads of staff that it was the town hall; of the other parent the name, while both are of one family. */
function whoIs({ actorKind, actorId, lastName, firstName }: Entry, actor: ParentActor): string {
  if (actorKind !== 'parent') return 'la mairie';
  if (actorId === actor.accountId) return 'vous';
  return lastName === null ? 'l’autre responsable' : `l’autre responsable, ${fullName({ lastName, firstName: firstName ?? '' })}`;
}
