import type { Receipt, ReceiptLine } from '../../../../../src-main/features/bookings/history-schema';
import { formatDay, formatTime } from '../../../../../src-main/kernel/french-dates';
import { dayOf, timeOf, yearOf } from '../../../../../src-main/kernel/local-date';
import { counted, enumerated } from '../../../../../src-main/kernel/text';

/** "Jeudi 5 novembre 2026 à 10 h 01" */
export function momentOf({ at }: Pick<Receipt, 'at'>): string {
  const day = dayOf(at);
  const text = `${formatDay(day)} ${yearOf(day)} à ${formatTime(timeOf(at))}`;
  return text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);
}

/** "2 réservations et 1 annulation" */
export const countsOf = ({ booked, cancelled }: Pick<Receipt, 'booked' | 'cancelled'>): string => enumerated([
  booked > 0 ? counted(booked, 'réservation', 'réservations') : '',
  cancelled > 0 ? counted(cancelled, 'annulation', 'annulations') : '',
].filter(Boolean));

/** "réservé", "réservé hors délai", "annulé, décidé par la mairie" */
export function whatOf({ action, outcome }: Pick<ReceiptLine, 'action' | 'outcome'>): string {
  const done = action === 'book' ? 'réservé' : 'annulé';
  if (outcome === 'late') return `${done} hors délai`;
  return outcome === 'override' ? `${done}, décidé par la mairie` : done;
}
