import { weekdayName } from '../../kernel/french-dates';
import type { Weekday } from '../../kernel/local-date';
import { enumerated } from '../../kernel/text';

/** "le lundi et le jeudi", or "au jour le jour" when there is no usual week. */
export function weekInWords(week: readonly Weekday[]): string {
  return week.length === 0 ? 'au jour le jour' : enumerated(week.map((weekday) => `le ${weekdayName(weekday)}`));
}
