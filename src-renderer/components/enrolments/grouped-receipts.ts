import type { BookingReceipt } from '../../../src-main/features/bookings/schema';
import { formatDayMonth, weekdayShort } from '../../../src-main/kernel/french-dates';
import { weekdayOf } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { enumerated } from '../../../src-main/kernel/text';

/** Days decided in one go for a child in a service: one line of the list. */
export interface ReceiptGroup extends Pick<BookingReceipt, 'id' | 'at' | 'actorName' | 'childName' | 'serviceLabel' | 'action' | 'outcome' | 'priceCents'> {
  /** In order. */
  readonly days: readonly LocalDate[];
}

const alike = (left: Omit<ReceiptGroup, 'days'>, right: BookingReceipt): boolean =>
  (['at', 'actorName', 'childName', 'serviceLabel', 'action', 'outcome', 'priceCents'] as const).every((key) => left[key] === right[key]);

/** Receipts, the newest first, with those of one decision put together. */
export function groupedReceipts(receipts: readonly BookingReceipt[]): ReceiptGroup[] {
  const groups: ReceiptGroup[] = [];
  for (const receipt of receipts) {
    const index = groups.findIndex((group) => alike(group, receipt));
    const { day, ...rest } = receipt;
    if (index < 0) groups.push({ ...rest, days: [day] });
    else groups[index] = { ...groups[index]!, days: [...groups[index]!.days, day].sort() };
  }
  return groups;
}

/** "lun. 9/11, mar. 10/11 et jeu. 12/11" */
export const daysInWords = (days: readonly LocalDate[]): string => enumerated(days.map((day) => `${weekdayShort(weekdayOf(day))}. ${formatDayMonth(day)}`));
