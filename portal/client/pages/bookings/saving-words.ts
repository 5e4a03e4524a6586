import type { CellChange, PeriodTable } from '../../../../src-main/features/bookings/schema';
import { formatDay } from '../../../../src-main/kernel/french-dates';
import { counted, enumerated } from '../../../../src-main/kernel/text';

/** "Réservé : Anna, Cantine, jeudi 12 novembre.", "Enregistré : 4 réservations." */
export function doneSentence(changes: readonly CellChange[], table: PeriodTable): string {
  const [only, ...others] = changes;
  if (only && others.length === 0) {
    const child = table.children.find(({ childId, rows }) => childId === only.childId && rows.some(({ service }) => service === only.service));
    const service = child?.rows.find((row) => row.service === only.service)?.label;
    return `${only.booked ? 'Réservé' : 'Annulé'} : ${[child?.firstName, service, formatDay(only.day)].filter(Boolean).join(', ')}.`;
  }
  const booked = changes.filter((one) => one.booked).length;
  const done = [
    booked > 0 ? counted(booked, 'réservation', 'réservations') : '',
    changes.length > booked ? counted(changes.length - booked, 'annulation', 'annulations') : '',
  ].filter(Boolean);
  return `Enregistré : ${enumerated(done)}.`;
}
