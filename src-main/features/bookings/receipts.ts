import type { Database } from '../../platform/database/database';
import { serviceLabel } from '../enrolments/service-choices';
import { fullName } from '../families/wording';
import { rulebookOf } from '../town-rules/rulebook-of';
import type { BookingReceipt } from './schema';

type Row = Omit<BookingReceipt, 'childName' | 'serviceLabel'> & { readonly lastName: string; readonly firstName: string; readonly service: string };

/** The latest changes of some children's bookings, the newest first: who decided what, when, at what price. */
export async function receiptsOf(db: Database, childIds: readonly number[], limit: number): Promise<BookingReceipt[]> {
  const rulebook = await rulebookOf(db);
  const rows = await db.select<Row>(
    `SELECT event.id, journal.at, journal.actor_name AS actorName, child.last_name AS lastName, child.first_name AS firstName,
       event.service, event.day, event.action, event.outcome, event.price_cents AS priceCents
     FROM booking_events event
     JOIN journal ON journal.id = event.journal_id
     JOIN children child ON child.id = event.child_id
     WHERE event.child_id IN (SELECT value FROM json_each($children)) ORDER BY event.id DESC LIMIT $limit`,
    { children: JSON.stringify(childIds), limit },
  );
  return rows.map(({ lastName, firstName, service, ...row }) => ({
    ...row, childName: fullName({ lastName, firstName }), serviceLabel: serviceLabel(rulebook, service),
  }));
}
