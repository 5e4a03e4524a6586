import { addDays, dayOf, mondayOf } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { householdOfChildren } from '../features/bookings/household';
import type { CellChange } from '../features/bookings/schema';
import { book, openDays } from './book-meals';
import { HOLIDAYS } from './demo-activities';
import type { OpenHoliday } from './demo-holidays';
import type { Random } from './random';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

/** Forms are typed in this many days before the limit. */
const DAYS_BEFORE_LIMIT = 3;
const WEEK_SHARE = 0.6;
const WHOLE_WEEK = 0.7;

/** Plans the bookings of the leisure centre, holiday by holiday, once its booking is open. */
export function planHolidays(stage: Stage, settled: Settlement, holidays: readonly OpenHoliday[], by: StaffActor, random: Random): void {
  for (const { from, to, bookedFrom, bookedUntil } of holidays) {
    if (!stage.isOver(dayOf(bookedFrom))) continue;
    for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
      stage.plan(addDays(dayOf(bookedUntil), -DAYS_BEFORE_LIMIT), '15:30', () => bookWeek(stage, settled, monday, by, random));
    }
  }
}

async function bookWeek(stage: Stage, { families }: Settlement, monday: LocalDate, by: StaffActor, random: Random): Promise<void> {
  const open = await openDays(stage, HOLIDAYS, monday);
  const children = [...families.values()].flatMap((family) => family.children).filter(({ plan }) => plan.activities.some(({ service }) => service === HOLIDAYS));
  const changes = children.flatMap(({ id }): CellChange[] => {
    if (!random.chance(WEEK_SHARE)) return [];
    const days = random.chance(WHOLE_WEEK) ? open : open.filter(() => random.chance(0.5));
    return days.map((day) => ({ childId: id, service: HOLIDAYS, day, booked: true }));
  });
  await book(stage, stage.as(by), await householdOfChildren(stage.db, [...new Set(changes.map(({ childId }) => childId))]), monday, changes);
}
