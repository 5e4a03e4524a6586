import { addDays, isoWeek, mondayOf, weekdayOf } from '../kernel/local-date';
import type { LocalDate, Weekday } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import type { Context } from '../platform/procedures/services';
import { saveDays } from '../features/bookings/book-week';
import type { Household } from '../features/bookings/family-week';
import { householdOfChildren, householdOfPerson } from '../features/bookings/household';
import type { CellChange } from '../features/bookings/schema';
import { openingOf } from '../features/rulebook/opening';
import { versionOn } from '../features/rulebook/versions';
import { calendarFacts } from '../features/town-rules/calendar-facts';
import { rulebookOf } from '../features/town-rules/rulebook-of';
import { townOf } from '../features/town/queries';
import type { Habit } from './plan';
import { demoMonths } from './demo-months';
import { Random } from './random';
import type { ActiveParent } from './invite-families';
import type { SettledChild, SettledFamily, Settlement } from './settle-families';
import type { Stage } from './stage';

const DAYS_AROUND = 31;
/** Forms are typed in on the Tuesday of the week before: in time for any Monday. */
const DAYS_AHEAD = 6;
const EARLY_SEED = 22_307;

/**
 * Plans the bookings of two months around today: forms typed in by the secretary, parents on the portal, a few late ones.
 * `activities` draws what is booked beside the canteen, so that the canteen's days do not depend on it.
 */
export function planMeals(stage: Stage, settled: Settlement, active: readonly ActiveParent[], secretary: StaffActor, activities: Random): void {
  const last = addDays(stage.today, DAYS_AROUND);
  const around = mondayOf(addDays(stage.today, -DAYS_AROUND));
  const early = new Random(EARLY_SEED);
  for (let monday = firstMonday(stage, around); monday <= last; monday = addDays(monday, 7)) {
    const day = addDays(monday, -DAYS_AHEAD);
    if (monday < around) {
      const wished = { monday, share: 1, random: early, activities: early };
      stage.plan(day, '18:05', () => bookForms(stage, settled, active, { ...wished, by: secretary }));
      stage.plan(day, '20:40', () => bookOnPortal(stage, settled, active, wished));
      continue;
    }
    // Weeks that nobody had to book yet are booked by those who look ahead.
    const share = stage.isOver(day) ? 1 : monday <= addDays(stage.today, 14) ? 0.7 : 0.4;
    const when = stage.isOver(day) ? day : addDays(stage.today, -stage.random.int(1, 9));
    stage.plan(when, '18:05', () => bookForms(stage, settled, active, { monday, share, by: secretary, random: stage.random, activities }));
    if (stage.isOver(day) || monday <= addDays(stage.today, 7)) stage.plan(when, '20:40', () => bookOnPortal(stage, settled, active, { monday, share: 0.9, random: stage.random, activities }));
    if (stage.isOver(addDays(monday, 2))) stage.plan(addDays(monday, 2), '14:20', () => bookLate(stage, settled, { monday, by: secretary }));
  }
}

/** The roll calls begin with a month: the weeks before those around today are booked too, drawn apart so that the others stay as they are. */
function firstMonday(stage: Stage, around: LocalDate): LocalDate {
  const called = mondayOf(demoMonths(stage.today, stage.schoolYear).calledFrom);
  return called < around ? called : around;
}

interface Week {
  readonly monday: LocalDate;
  readonly by: StaffActor;
}

interface Wished {
  readonly monday: LocalDate;
  /** How likely a family thinks of the week already. */
  readonly share: number;
  readonly random: Random;
  readonly activities: Random;
}

async function bookForms(stage: Stage, { families }: Settlement, active: readonly ActiveParent[], { by, ...wished }: Week & Wished): Promise<void> {
  const changes: CellChange[] = [];
  for (const family of families.values()) {
    if (active.some(({ key }) => key === family.plan.key)) continue;
    for (const child of family.children) changes.push(...(await wishesOf(stage, child, wished)));
  }
  await book(stage, stage.as(by), await householdOfChildren(stage.db, [...new Set(changes.map(({ childId }) => childId))]), wished.monday, changes);
}

async function bookOnPortal(stage: Stage, { families }: Settlement, active: readonly ActiveParent[], wished: Wished): Promise<void> {
  for (const { key, actor } of active) {
    const household = await householdOfPerson(stage.db, actor.personId);
    const children = [...families.values()].flatMap((family: SettledFamily) => family.children).filter(({ id }) => household.childIds.has(id));
    const changes: CellChange[] = [];
    for (const child of children) changes.push(...(await wishesOf(stage, child, key === 'alain' || key === 'baconnais' ? { ...wished, share: 1 } : wished)));
    await book(stage, stage.as(actor), household, wished.monday, changes);
  }
}

async function wishesOf(stage: Stage, { id, plan, service }: SettledChild, { random, activities, ...week }: Wished): Promise<CellChange[]> {
  const wishes = plan.canteen ? await wishesOfHabit(stage, { ...plan.canteen, service }, { ...week, childId: id, random }) : [];
  for (const habit of plan.activities) wishes.push(...(await wishesOfHabit(stage, habit, { ...week, childId: id, random: activities })));
  return wishes;
}

interface Wisher extends Omit<Wished, 'activities'> {
  readonly childId: number;
}

/** What a family wants of a week: its days, or what differs from its usual week. */
async function wishesOfHabit(stage: Stage, { service, byUsualWeek, days }: Habit, { childId, monday, share, random }: Wisher): Promise<CellChange[]> {
  if (days.length === 0) return [];
  const open = await openDays(stage, service, monday);
  const wish = (day: LocalDate, booked: boolean): CellChange => ({ childId, service, day, booked });
  if (!byUsualWeek) {
    if (!random.chance(share)) return [];
    return open.filter((day) => days.includes(weekdayOf(day)) !== random.chance(0.06)).map((day) => wish(day, true));
  }
  const usual = open.filter((day) => days.includes(weekdayOf(day)));
  const other = open.filter((day) => !usual.includes(day));
  if (usual.length > 0 && random.chance(0.07 * share)) return [wish(random.pick(usual), false)];
  return other.length > 0 && random.chance(0.06 * share) ? [wish(random.pick(other), true)] : [];
}

export async function openDays(stage: Stage, service: string, monday: LocalDate): Promise<LocalDate[]> {
  const [rulebook, town] = [await rulebookOf(stage.db), await townOf(stage.db)];
  return [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)).filter((day) => {
    const version = versionOn(rulebook, day);
    return version !== null && openingOf(version, calendarFacts(town), service, day).open;
  });
}

/** Saves what the rules accept: refused cells (full, another home's week, not enrolled yet) are left out. */
export async function book(stage: Stage, context: Context, household: Household, monday: LocalDate, changes: readonly CellChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { refusals } = await saveDays(context, household, { monday, changes: [...changes] }, null);
  if (refusals.length === 0) return;
  const isRefused = (change: CellChange): boolean => refusals.some((one) => one.childId === change.childId && one.service === change.service && one.day === change.day);
  const accepted = changes.filter((change) => !isRefused(change));
  if (accepted.length < changes.length) await book(stage, context, household, monday, accepted);
}

/** On Wednesday afternoon Friday's meals are late; one child comes on Thursday by the town's own decision. */
async function bookLate(stage: Stage, { families }: Settlement, { monday, by }: Week): Promise<void> {
  const eaters = [...families.values()].flatMap((family) => family.children);
  const without = (weekday: Weekday): SettledChild[] => stage.random.shuffled(eaters.filter(({ plan }) => plan.canteen && !plan.canteen.days.includes(weekday)));
  for (const { id, service } of without('fri').slice(0, 2)) await bookOne(stage, by, monday, { childId: id, service, day: addDays(monday, 4) }, null);
  if (isoWeek(monday) % 2 === 1) return;
  const [guest] = without('thu');
  if (guest) await bookOne(stage, by, monday, { childId: guest.id, service: guest.service, day: addDays(monday, 3) }, 'parent hospitalisé, accord de la mairie');
}

async function bookOne(stage: Stage, by: StaffActor, monday: LocalDate, wish: Omit<CellChange, 'booked'>, reason: string | null): Promise<void> {
  if (!(await openDays(stage, wish.service, monday)).includes(wish.day)) return;
  await saveDays(stage.as(by), await householdOfChildren(stage.db, [wish.childId]), { monday, changes: [{ ...wish, booked: true }] }, reason);
}
