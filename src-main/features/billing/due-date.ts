import { addDays, addMonths, firstOfMonth, lastOfMonth } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Days, Rulebook } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';

const NEXT_MONTH = 1;

/**
 * The last day to pay: the day of the month that the rulebook fixes (`billing.dueDay`, so many months
 * after the period's last), else so many days after the issue. A day that is past already gives way to the latter.
 */
export function dueDateOf(rulebook: Rulebook, period: Days, issuedOn: LocalDate, dueDays: number): LocalDate {
  const billing = versionOn(rulebook, period.to)?.billing;
  const usual = addDays(issuedOn, dueDays);
  if (!billing?.dueDay) return usual;
  const month = addMonths(firstOfMonth(period.to), billing.dueMonthsAfter ?? NEXT_MONTH);
  const last = lastOfMonth(month);
  const fixed = addDays(month, billing.dueDay - 1);
  const due = fixed > last ? last : fixed;
  return due < issuedOn ? usual : due;
}

/** Amounts under it are carried forward (`billing.minimumInvoiceCents`), in cents; 0: none. */
export const minimumOf = (rulebook: Rulebook, period: Days): number => versionOn(rulebook, period.to)?.billing?.minimumInvoiceCents ?? 0;
