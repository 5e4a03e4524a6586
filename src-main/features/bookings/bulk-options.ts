import { formatDate } from '../../kernel/french-dates';
import { addDays } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { enrolmentsOf } from '../enrolments/queries';
import { serviceChoices } from '../enrolments/service-choices';
import { childrenOfPerson } from '../families/loading';
import { calendarFacts } from '../town-rules/calendar-facts';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday, townOf } from '../town/queries';
import { endOfSchoolYear } from './bulk-schema';
import type { BulkOptions } from './bulk-schema';
import { HORIZON_DAYS } from './family-week';

/** What a parent may choose from: services with the children enrolled in them, and periods. */
export async function bulkOptions({ db, clock }: Pick<Context, 'db' | 'clock'>, personId: number): Promise<BulkOptions> {
  const today = await localToday({ db, clock });
  const children = await childrenOfPerson(db, personId);
  const enrolments = await enrolmentsOf(db, children.map(({ id }) => id), today, addDays(today, HORIZON_DAYS));
  const services = serviceChoices(await rulebookOf(db), today).map((service) => ({
    ...service,
    children: children.filter(({ id }) => enrolments.some((one) => one.childId === id && one.service === service.id)).map(({ id, lastName, firstName, schoolName, className }) =>
      ({ childId: id, name: registerName(lastName, firstName), firstName, schoolAndClass: [schoolName, className].filter(Boolean).join(', ') })),
  }));
  return { today, services: services.filter((service) => service.children.length > 0), periods: periodsFrom(today, calendarFacts(await townOf(db)).breaks ?? []) };
}

/** Until the next school holidays, and until the end of the school year. */
function periodsFrom(today: LocalDate, breaks: readonly { readonly label?: string | undefined; readonly from: LocalDate }[]): BulkOptions['periods'] {
  const end = endOfSchoolYear(today);
  const toCome = breaks.filter(({ from }) => from > today && from <= end);
  const [next] = toCome;
  const last = toCome.at(-1);
  return [
    ...(next ? [{ label: `jusqu’au ${formatDate(addDays(next.from, -1))}, veille des ${lowered(next.label ?? 'vacances')}`, from: today, to: addDays(next.from, -1) }] : []),
    ...(last && last !== next ? [{ label: `jusqu’au ${formatDate(addDays(last.from, -1))}, fin de l’année scolaire`, from: today, to: addDays(last.from, -1) }] : []),
  ];
}

const lowered = (label: string): string => label.charAt(0).toLocaleLowerCase('fr-FR') + label.slice(1).replaceAll('\'', '’');
