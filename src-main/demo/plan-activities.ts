import type { Weekday } from '../kernel/local-date';
import { BUS, EVENING, HOLIDAYS, MORNING, WEDNESDAY, WEDNESDAY_MEAL, WEDNESDAY_MORNING } from './demo-activities';
import type { FamilyPlan, Habit } from './plan';
import type { Random } from './random';

const SCHOOL_DAYS = ['mon', 'tue', 'thu', 'fri'] as const satisfies readonly Weekday[];

const GUIDES: readonly string[] = ['alain', 'baconnais'];

/**
 * What children do beside the canteen: about two in five come before or after school, one in four on
 * Wednesdays, one in seven by bus. Families of the guides keep to the canteen, those who
 * eat at home need nothing; `active` ones do most of it.
 */
export function giveActivities(random: Random, plans: readonly FamilyPlan[], active: readonly string[]): FamilyPlan[] {
  return plans.map((plan) => {
    if (GUIDES.includes(plan.key) || plan.children.every((child) => child.canteen === null)) return plan;
    const isSure = active.includes(plan.key);
    return { ...plan, children: plan.children.map((child) => ({ ...child, activities: planActivities(random, isSure) })) };
  });
}

function planActivities(random: Random, isSure: boolean): Habit[] {
  const care = random.weighted<readonly string[]>([[[EVENING], 25], [[MORNING, EVENING], 14], [[MORNING], 7], [[], isSure ? 0 : 54]]);
  const days = random.weighted<readonly Weekday[]>([[SCHOOL_DAYS, 50], [['mon', 'tue'], 15], [['thu', 'fri'], 15], [['mon', 'tue', 'thu'], 10], [['fri'], 10]]);
  const isUsual = random.chance(0.75);
  const wednesday = random.weighted<readonly string[]>([[[WEDNESDAY], 12], [[WEDNESDAY_MORNING], 8], [[WEDNESDAY_MORNING, WEDNESDAY_MEAL], 5], [[], isSure ? 0 : 75]]);
  const isUsualWednesday = random.chance(0.8);
  const byBus = random.chance(0.15);
  const inHolidays = isSure || random.chance(0.12);
  return [
    ...care.map((service) => ({ service, days, byUsualWeek: isUsual })),
    ...(byBus ? [{ service: BUS, days: SCHOOL_DAYS, byUsualWeek: true }] : []),
    ...wednesday.map((service) => ({ service, days: ['wed' as const], byUsualWeek: isUsualWednesday })),
    ...(inHolidays ? [{ service: HOLIDAYS, days: [], byUsualWeek: false }] : []),
  ];
}
