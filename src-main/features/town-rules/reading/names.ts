import { WEEKDAYS } from '../../../kernel/local-date';
import type { Weekday } from '../../../kernel/local-date';
import { weekdayName } from '../../../kernel/french-dates';
import { enumerated } from '../../../kernel/text';
import type { Version, Word } from '../../rulebook/schema';

type List = 'zones' | 'flags' | 'categories' | 'schools' | 'measures' | 'services' | 'deadlines' | 'counters' | 'prices' | 'charges' | 'periods' | 'options';

/** Finds the French label of a code in a version; an unknown code is shown in quotes. */
export interface Names {
  readonly version: Version;
  of(list: List, id: string): string;
  all(list: List, ids: readonly string[], conjunction?: string): string;
  /** Services in quotes, for their labels hold commas; "toutes les prestations" when none is left out. */
  services(ids: readonly string[] | undefined): string;
}

export function namesOf(version: Version): Names {
  const lists: Record<List, readonly Word[]> = {
    zones: version.zones,
    flags: version.flags ?? [],
    categories: version.categories ?? [],
    schools: version.schools ?? [],
    measures: version.measures,
    services: version.services,
    deadlines: version.deadlines,
    counters: version.counters ?? [],
    prices: version.prices,
    charges: version.charges ?? [],
    periods: version.calendar?.periods ?? [],
    options: version.services.flatMap((service) => service.options ?? []),
  };
  const of = (list: List, id: string): string => lists[list].find((word) => word.id === id)?.label ?? `« ${id} »`;
  const quoted = (id: string): string => of('services', id).replace(/^([^«].*)$/, '« $1 »');
  return {
    version, of,
    all: (list, ids, conjunction = 'et') => enumerated(ids.map((id) => of(list, id)), conjunction),
    services: (ids) => (!ids || (version.services.length > 1 && version.services.every(({ id }) => ids.includes(id))) ? 'toutes les prestations' : enumerated(ids.map(quoted))),
  };
}

/** "1200.5" → "1 200,5"; an unknown figure is told as such. */
export function wordDecimal(value: string | number | null): string {
  if (value === null) return '…';
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** "du lundi au vendredi", "lundi, mardi, jeudi et vendredi", "tous les jours". */
export function wordWeekdays(weekdays: readonly Weekday[]): string {
  const sorted = WEEKDAYS.filter((weekday) => weekdays.includes(weekday));
  if (sorted.length === 7) return 'tous les jours';
  const first = WEEKDAYS.indexOf(sorted[0] ?? 'mon');
  const inRow = sorted.every((weekday, index) => WEEKDAYS[first + index] === weekday);
  if (inRow && sorted.length > 2) return `du ${weekdayName(sorted[0]!)} au ${weekdayName(sorted.at(-1)!)}`;
  return enumerated(sorted.map(weekdayName));
}
