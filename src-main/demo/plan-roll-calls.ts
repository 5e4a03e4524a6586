import { addDays, weekdayOf } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { recordDisruption } from '../features/attendance/disruptions';
import { acceptProof, recordAbsence } from '../features/attendance/record-absence';
import type { Level } from '../features/schools/schema';
import { callDay } from './call-day';
import { demoMonths } from './demo-months';
import { SECOND_SERVICE } from './demo-rulebook';
import type { SchoolPlace } from './demo-schools';
import type { Random } from './random';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

const ILLNESSES_A_DAY = 2;
/** Families of the guides: what their pages show must not depend on chance. */
const STEADY = ['alain', 'baconnais'];

interface Hands {
  readonly agent: StaffActor;
  readonly secretary: StaffActor;
}

/** Plans the roll calls of the months that the demo shows, until yesterday: illnesses told and proved, an outing, some calls forgotten. */
export function planRollCalls(stage: Stage, settled: Settlement, places: ReadonlyMap<Level, SchoolPlace>, { agent, secretary }: Hands, random: Random): void {
  const { calledFrom: first, mayForgetFrom } = demoMonths(stage.today, stage.schoolYear);
  for (let day = first; stage.isOver(day); day = addDays(day, 1)) {
    if (['sat', 'sun'].includes(weekdayOf(day))) continue;
    const on = day;
    stage.plan(on, '08:10', () => tellIllnesses(stage, settled, on, secretary, random));
    stage.plan(on, '18:50', () => callDay(stage, settled, { day: on, by: agent, random, mayForget: on >= mayForgetFrom, steady: steadyChildren(settled) }));
  }
  const outing = schoolDay(addDays(first, 7));
  if (stage.isOver(outing)) {
    stage.plan(addDays(outing, -3), '10:05', async () => {
      await recordDisruption(stage.as(secretary), {
        fromOn: outing, toOn: outing, reason: 'outing', schoolId: null, classId: places.get('CM2')?.classId ?? null, service: SECOND_SERVICE, note: 'Musée de la mer',
      });
    });
  }
}

/** The first day from this one on that is a Thursday. */
function schoolDay(from: LocalDate): LocalDate {
  let day = from;
  while (weekdayOf(day) !== 'thu') day = addDays(day, 1);
  return day;
}

const steadyChildren = ({ families }: Settlement): Set<number> => new Set(STEADY.flatMap((key) => families.get(key)?.children.map(({ id }) => id) ?? []));

/** Some parents call in the morning; half of them bring a certificate afterwards. */
async function tellIllnesses(stage: Stage, settled: Settlement, day: LocalDate, secretary: StaffActor, random: Random): Promise<void> {
  const steady = steadyChildren(settled);
  const archived = new Set((await stage.db.select<{ id: number }>('SELECT id FROM families WHERE archived_at IS NOT NULL')).map(({ id }) => id));
  const children = [...settled.families.values()].filter(({ familyId }) => !archived.has(familyId)).flatMap((family) => family.children).filter(({ id }) => !steady.has(id));
  for (const { id: childId } of random.shuffled(children).slice(0, random.int(0, ILLNESSES_A_DAY))) {
    const toOn = addDays(day, random.weighted([[0, 6], [1, 3], [2, 1]] as const));
    const reason = random.chance(0.7) ? 'illness' as const : 'family' as const;
    await recordAbsence(stage.as(secretary), { childId, service: null, fromOn: day, toOn, reason, toldAt: null, note: '' });
    if (reason !== 'illness' || !random.chance(0.5)) continue;
    stage.plan(addDays(toOn, 1), '08:40', async () => {
      await acceptProof(stage.as(secretary), { childId, kind: 'medical', fromOn: day, toOn, receivedAt: null, note: '' });
    });
  }
}
