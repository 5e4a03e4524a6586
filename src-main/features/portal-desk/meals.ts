import type { ParentActor } from '../../kernel/actor';
import { notFound } from '../../kernel/errors';
import { formatDate } from '../../kernel/french-dates';
import { addDays, daysFrom, WEEKDAYS } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { idOf } from '../child-days/family-facts';
import { factsOfFamily, loadFamilyDays } from '../child-days/load-facts';
import { covers } from '../enrolments/periods';
import { weekdaysOf } from '../enrolments/refuse-enrolment';
import type { Enrolment } from '../enrolments/schema';
import { openingOf } from '../rulebook/opening';
import type { Facts, Rulebook, Service } from '../rulebook/schema';
import { unitPriceOf } from '../rulebook/show-price';
import { versionOn } from '../rulebook/versions';
import { rulebookOf } from '../town-rules/rulebook-of';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { fieldsOf } from './fields';
import { ruleOf } from './rules';
import type { ChildMeals, ChildService } from './schema';

/** How far ahead an open day is looked for, to price a unit on: the next holidays may be months away. */
const AHEAD_DAYS = 300;
/** What is booked weighs on prices of the days around only. */
const FACTS_DAYS = 14;

/** What a child is enrolled in, with the prices of this family (guide v2, 2.2). Throws AppError `notFound` when the child is not theirs, or it is hidden. */
export async function childMeals(context: Context<ParentActor>, { familyId, childId }: { familyId: number; childId: number }): Promise<ChildMeals> {
  const desk = await openDesk(context, familyId);
  const isShown = desk.file.children.some(({ id }) => id === childId) && fieldsOf('childMeals').some((field) => ruleOf(desk, field, childId) !== 'hidden');
  if (!isShown) throw notFound();
  const rulebook = await rulebookOf(context.db);
  const until = addDays(desk.today, AHEAD_DAYS);
  const version = versionOn(rulebook, desk.today) ?? versionOn(rulebook, until);
  if (!version) return { eats: false, meals: [], others: [] };
  const days = await loadFamilyDays(context.db, [familyId], rulebook, { from: desk.today, to: addDays(desk.today, FACTS_DAYS) });
  const [family] = days.families;
  if (!family) throw notFound();
  const enrolments = days.enrolments.filter((one) => one.childId === childId);
  const grounds: Grounds = { rulebook, facts: factsOfFamily(days, family, rulebook), childId, today: desk.today, until, enrolments };
  const services = version.services.filter(({ automatic }) => !automatic).map((service) => ({ kind: service.kind, line: serviceLine(grounds, service) }));
  const meals = services.filter(({ kind }) => kind === 'meal').map(({ line }) => line);
  const eaten = meals.filter(({ enrolled }) => enrolled);
  return { eats: eaten.length > 0, meals: eaten.length > 0 ? eaten : meals, others: services.filter(({ kind }) => kind !== 'meal').map(({ line }) => line) };
}

interface Grounds {
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly childId: number;
  readonly today: Desk['today'];
  readonly until: LocalDate;
  readonly enrolments: readonly Enrolment[];
}

function serviceLine({ rulebook, facts, childId, today, until, enrolments }: Grounds, service: Service): ChildService {
  const coming = enrolments.filter((one) => one.service === service.id && (one.toOn === null || one.toOn >= today));
  const enrolment = coming.find((one) => covers(one, today)) ?? coming[0];
  const open = weekdaysOf(service);
  const day = daysFrom(today, until).find((one) => {
    const version = versionOn(rulebook, one);
    return version !== null && openingOf(version, facts.calendar, service.id, one).open;
  });
  const priceOf = (timing: 'inTime' | 'late'): number | null => (day ? unitPriceOf(rulebook, facts, idOf(childId), service.id, day, timing).cents : null);
  const [priceCents, lateCents] = [priceOf('inTime'), priceOf('late')];
  return {
    service: service.id, label: service.label, unit: service.unit, enrolled: enrolment !== undefined,
    startWords: enrolment && enrolment.fromOn > today ? `à partir du ${formatDate(enrolment.fromOn)}` : '',
    openDays: WEEKDAYS.filter((weekday) => open.has(weekday)), usualDays: enrolment?.week ?? [],
    priceCents, lateCents: lateCents === priceCents ? null : lateCents,
  };
}
