import type { RollCallCounts } from '../../../src-main/features/attendance/schema';
import { formatDay } from '../../../src-main/kernel/french-dates';
import { addDays } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { counted } from '../../../src-main/kernel/text';

/** "24 attendus, 20 présents, 1 absent, 1 excusé, 2 à pointer" */
export function countsInWords({ expected, present, absent, excused, left }: RollCallCounts): string {
  return [
    counted(expected, 'attendu', 'attendus'), counted(present, 'présent', 'présents'), counted(absent, 'absent', 'absents'), counted(excused, 'excusé', 'excusés'), `${left} à pointer`,
  ].join(', ');
}

/** "Aujourd’hui, jeudi 5 novembre", "Mercredi 4 novembre" */
export function dayTitle(day: LocalDate, today: LocalDate): string {
  const words = formatDay(day);
  const near = day === today ? 'Aujourd’hui, ' : day === addDays(today, -1) ? 'Hier, ' : day === addDays(today, 1) ? 'Demain, ' : '';
  return near ? `${near}${words}` : `${words.charAt(0).toLocaleUpperCase('fr-FR')}${words.slice(1)}`;
}
