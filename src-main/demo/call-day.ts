import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { rollCall } from '../features/attendance/roll-call';
import { saveRollCall } from '../features/attendance/save-roll-call';
import { saveRollCallInput } from '../features/attendance/schema';
import type { RollCall, RollCallEntry, RollCallRow } from '../features/attendance/schema';
import { servicesOn } from '../features/attendance/day-services';
import { EVENING, MORNING } from './demo-activities';
import type { Random } from './random';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

interface Calling {
  readonly day: LocalDate;
  readonly by: StaffActor;
  readonly random: Random;
  /** Some calls of the month under way were forgotten. */
  readonly mayForget: boolean;
  /** Children who are always there. */
  readonly steady: ReadonlySet<number>;
}

const UNTOLD = 0.02;
const FORGOTTEN = 0.012;
const GUEST = 0.3;
const LATE_COLLECTION = 0.025;
/** Minutes after the start of the morning and of the evening: each child has habits; who comes to both stays from end to end. */
const HABITS = [[2, 98], [15, 62], [36, 34]] as const;

/** Calls all that is open on a day, in one save, as the agent would in the evening. */
export async function callDay(stage: Stage, settled: Settlement, { day, by, random, mayForget, steady }: Calling): Promise<void> {
  const open = (await servicesOn(stage.db, day)).filter(({ closed }) => closed === null).map(({ service }) => service);
  if (open.length === 0) return;
  const call = await rollCall({ db: stage.db, clock: stage.clock }, { day, services: open }, false);
  const away = new Set<number>();
  const entries = call.rows.flatMap((row): RollCallEntry[] => {
    if (steady.has(row.childId)) return [present(call, row, random)];
    if (mayForget && random.chance(FORGOTTEN)) return [];
    if (row.state === 'excused') return [entryOf(row, 'excused')];
    // Who is away is away all day.
    if (away.has(row.childId) || random.chance(UNTOLD)) {
      away.add(row.childId);
      return [entryOf(row, 'absent')];
    }
    return [present(call, row, random)];
  });
  const guest = guestOf(call, settled, random);
  const all = guest ? [...entries, guest] : entries;
  if (all.length > 0) await saveRollCall(stage.as(by), saveRollCallInput.parse({ day, entries: all }));
}

const entryOf = ({ childId, service }: Pick<RollCallRow, 'childId' | 'service'>, state: 'present' | 'absent' | 'excused'): RollCallEntry => ({ childId, service, state, seenAt: null });

function present(call: RollCall, row: RollCallRow, random: Random): RollCallEntry {
  const service = call.services.find((one) => one.service === row.service);
  const both = call.rows.filter(({ childId, service: one }) => childId === row.childId && (one === MORNING || one === EVENING)).length === 2;
  const [comes, leaves] = HABITS[both ? 0 : row.childId % HABITS.length]!;
  return {
    ...entryOf(row, 'present'),
    arrival: service?.needsArrival ? minutesAfter('07:30', comes + random.int(0, 12)) : null,
    departure: service?.needsDeparture ? minutesAfter('16:30', random.chance(LATE_COLLECTION) ? random.int(126, 145) : leaves + random.int(0, 18)) : null,
  };
}

/** Now and then a child eats without being booked. */
function guestOf({ chosen, rows }: RollCall, { families }: Settlement, random: Random): RollCallEntry | null {
  if (!random.chance(GUEST)) return null;
  const eaters = [...families.values()].flatMap((family) => family.children).filter(({ plan, service }) => plan.canteen && chosen.includes(service));
  const guests = eaters.filter(({ id }) => !rows.some(({ childId }) => childId === id));
  if (guests.length === 0) return null;
  const { id, service } = random.pick(guests);
  return entryOf({ childId: id, service }, 'present');
}

/** "07:30" and 95 minutes: "09:05". */
function minutesAfter(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
