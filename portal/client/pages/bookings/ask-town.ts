import type { RouteLocationRaw } from 'vue-router';
import type { Cell, ChildWeek, ServiceRow } from '../../../../src-main/features/bookings/schema';
import { formatDay } from '../../../../src-main/kernel/french-dates';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import { mayAskTown } from './cell-view';

/** The message that asks the town for a day which the page cannot give; null when nobody can change it any more. */
export function askOf(child: Pick<ChildWeek, 'familyId' | 'name'>, row: Pick<ServiceRow, 'label'>, cell: Cell, today: LocalDate): RouteLocationRaw | null {
  if (!mayAskTown(cell, today)) return null;
  const wish = cell.booked !== cell.pending ? 'Annulation demandée' : 'Réservation demandée';
  return { name: 'newMessage', query: { famille: child.familyId, objet: `${wish} : ${child.name}, ${row.label}, ${formatDay(cell.day)}`, jour: cell.day } };
}
