import { addDays, ageOn } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { compareFrench, registerName } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { ofChild } from '../child-days/by-child';
import { absencesOf } from '../child-days/roll-call-queries';
import { reasonsOn, stateOf } from '../child-days/roll-call-state';
import { DIETS } from '../families/schema';
import { grouped } from '../families/grouped';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { formatDay } from '../../kernel/french-dates';
import { counted } from '../../kernel/text';
import { childrenOfDay } from './day-children';
import type { DayChild } from './day-children';
import { servicesOn } from './day-services';
import type { DayService } from './day-services';
import { SIX, standing } from './roll-call';
import type { MealAllergy, MealCount, Meals, MealService } from './schema';

/** How far ahead the next day with meals is looked for. */
const LOOKED_AHEAD_DAYS = 30;

/** Meals of a day by service, site and diet, under and over six; who is known to stay away is not counted. */
export async function mealsOn(context: Pick<Context, 'db' | 'clock'>, asked: LocalDate | undefined): Promise<Meals> {
  const today = await localToday(context);
  const day = asked ?? (await nextMealDay(context.db, today, 1)) ?? addDays(today, 1);
  const { services, eaters } = await eatersOf(context.db, day);
  const meals = services.map((service): MealService => {
    const mine = eaters.filter(({ child }) => child.service === service.service);
    const coming = mine.filter(({ isAway }) => !isAway).map(({ child }) => child);
    const sites = [...grouped(coming, ({ school }) => school)].map(([school, children]) => ({ school, diets: dietsOf(children, day), total: children.length }));
    return {
      service: service.service, label: service.label, closed: service.closed, sites: sites.sort((left, right) => compareFrench(left.school, right.school)),
      diets: dietsOf(coming, day), total: coming.length, away: mine.length - coming.length,
    };
  });
  return {
    day, today, services: meals, total: meals.reduce((sum, { total }) => sum + total, 0),
    previousDay: (await nextMealDay(context.db, day, -1)) ?? addDays(day, -1), nextDay: (await nextMealDay(context.db, day, 1)) ?? addDays(day, 1),
  };
}

/** Allergies and protocols of who eats on a day: health data, each reading is journaled with its number, never with what was read. */
export function openMealsHealth(context: Context, day: LocalDate): Promise<MealAllergy[]> {
  return context.db.write(async () => {
    const { services, eaters } = await eatersOf(context.db, day);
    const coming = eaters.filter(({ child, isAway }) => child.hasPai === 1 && !isAway).map(({ child }) => child);
    const texts = await context.db.select<{ childId: number; allergies: string; instructions: string }>(
      'SELECT child_id AS childId, allergies, instructions FROM child_health WHERE has_pai = 1 AND child_id IN (SELECT value FROM json_each($ids))',
      { ids: JSON.stringify(coming.map(({ childId }) => childId)) },
    );
    await recordDeed(context, { action: 'health.read', subject: `Allergies des repas du ${formatDay(day)} consultées : ${counted(texts.length, 'enfant', 'enfants')}` });
    const healthOf = new Map(texts.map((text) => [text.childId, text]));
    return coming.map((child): MealAllergy => ({
      childId: child.childId, name: registerName(child.lastName, child.firstName), schoolAndClass: [child.school, child.className].filter(Boolean).join(', '),
      serviceLabel: services.find(({ service }) => service === child.service)?.label ?? child.service,
      allergies: healthOf.get(child.childId)?.allergies ?? '', instructions: healthOf.get(child.childId)?.instructions ?? '',
    })).sort((left, right) => compareFrench(left.name, right.name));
  });
}

interface Eater {
  readonly child: DayChild;
  readonly isAway: boolean;
}

async function eatersOf(db: Database, day: LocalDate): Promise<{ services: readonly DayService[]; eaters: readonly Eater[] }> {
  const services = (await servicesOn(db, day)).filter(({ kind }) => kind === 'meal');
  const ids = services.map(({ service }) => service);
  const children = await childrenOfDay(db, { day, open: services.filter(({ closed }) => closed === null).map(({ service }) => service), called: ids });
  const absences = await absencesOf(db, [...new Set(children.map(({ childId }) => childId))], day, day);
  const eaters = children.map((child) => {
    const reasons = standing(child, reasonsOn(ofChild(absences, child.childId), child.service, day));
    const state = stateOf(child.state === null ? null : { state: child.state }, reasons);
    return { child, isAway: state === 'absent' || state === 'excused' };
  });
  return { services, eaters };
}

function dietsOf(children: readonly DayChild[], day: LocalDate): MealCount[] {
  return DIETS.flatMap((diet) => {
    const mine = children.filter((child) => child.diet === diet);
    if (mine.length === 0) return [];
    const known = mine.flatMap(({ birthOn }) => (birthOn === null ? [] : [ageOn(birthOn, day)]));
    const underSix = known.filter((age) => age < SIX).length;
    return [{ diet, underSix, fromSix: known.length - underSix, unknownAge: mine.length - known.length, total: mine.length }];
  });
}

/** The next day, forwards or backwards, on which a meal service is open. */
async function nextMealDay(db: Database, from: LocalDate, way: 1 | -1): Promise<LocalDate | null> {
  for (let count = 1; count <= LOOKED_AHEAD_DAYS; count += 1) {
    const day = addDays(from, way * count);
    if ((await servicesOn(db, day)).some(({ kind, closed }) => kind === 'meal' && closed === null)) return day;
  }
  return null;
}
