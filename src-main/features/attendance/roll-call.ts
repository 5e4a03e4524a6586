import { formatDayMonth } from '../../kernel/french-dates';
import { ageOn, dayOf, timeOf, toLocal } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { compareFrench, registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import { ofChild } from '../child-days/by-child';
import { dayKey } from '../child-days/day-key';
import { absencesOf } from '../child-days/roll-call-queries';
import { reasonsOn, stateOf } from '../child-days/roll-call-state';
import type { AbsenceFact } from '../child-days/schema';
import { localNow, townOf } from '../town/queries';
import { billedDays } from './billed';
import { childrenOfDay } from './day-children';
import type { DayChild } from './day-children';
import { servicesOn } from './day-services';
import type { DayService } from './day-services';
import type { KnownReason, RollCall, RollCallCounts, RollCallRow, rollCallRequest } from './schema';
import { DISRUPTION_WORDS, NOTICE_WORDS, PROOF_WORDS, wordOf } from './words';

/** Menus and supervision count apart who is under this age. */
export const SIX = 6;

/** Children to call on a day: booked or called, with what is known of them. A constant number of reads. */
export async function rollCall(context: Pick<Context, 'db' | 'clock'>, input: z.output<typeof rollCallRequest>, mayReadHealth: boolean): Promise<RollCall> {
  const { db } = context;
  const now = await localNow(context);
  const day = input.day ?? dayOf(now);
  const services = await servicesOn(db, day);
  const chosen = chosenOf(services, input.services);
  const open = services.filter(({ closed }) => closed === null).map(({ service }) => service);
  const children = await childrenOfDay(db, { day, open: chosen.filter((one) => open.includes(one)), called: chosen, schoolId: input.schoolId, classId: input.classId });
  const childIds = [...new Set(children.map(({ childId }) => childId))];
  const [absences, billed] = await Promise.all([absencesOf(db, childIds, day, day), billedDays(db, childIds, day, day)]);
  const { timeZone } = await townOf(db);
  const toldOn = (fact: AbsenceFact): LocalDate => dayOf(toLocal(fact.at, timeZone));
  const rows = children.map((child): RollCallRow => {
    const reasons = standing(child, reasonsOn(ofChild(absences, child.childId), child.service, day));
    return {
      childId: child.childId, service: child.service, name: registerName(child.lastName, child.firstName),
      school: child.school, className: child.className, diet: child.diet,
      hasPai: mayReadHealth ? child.hasPai === 1 : null,
      isUnderSix: child.birthOn === null ? null : ageOn(child.birthOn, day) < SIX,
      booked: child.booked === 1,
      state: stateOf(child.state === null ? null : { state: child.state }, reasons),
      arrival: child.arrival, departure: child.departure, recordedAt: child.recordedAt,
      reasons: reasons.map((fact) => knownReason(fact, toldOn(fact))),
      isBilled: billed.has(dayKey(child.childId, child.service, day)),
    };
  });
  const order = new Map(chosen.map((one, index) => [one, index]));
  rows.sort((left, right) => order.get(left.service)! - order.get(right.service)! || compareFrench(left.name, right.name));
  return {
    day, today: dayOf(now), time: timeOf(now), isFuture: day > dayOf(now), chosen, rows, counts: countsOf(rows),
    services: services.map(({ kind: _, ...service }) => service),
  };
}

/** The asked services that the day knows; else the first one that is open. */
function chosenOf(services: readonly DayService[], asked: readonly string[] | undefined): string[] {
  const known = services.filter(({ service }) => asked?.includes(service)).map(({ service }) => service);
  if (known.length > 0) return known;
  const first = services.find(({ closed }) => closed === null) ?? services[0];
  return first ? [first.service] : [];
}

/** A day booked again after it was told as an absence is expected anew. */
export const standing = ({ decidedAt }: Pick<DayChild, 'decidedAt'>, reasons: readonly AbsenceFact[]): AbsenceFact[] =>
  reasons.filter(({ source, at }) => source !== 'notice' || at >= (decidedAt ?? ''));

function knownReason({ source, id, reason, fromOn, toOn }: AbsenceFact, toldOn: LocalDate): KnownReason {
  const words = source === 'notice' ? `prévenue le ${formatDayMonth(toldOn)} : ${wordOf(NOTICE_WORDS, reason)}`
    : source === 'proof' ? wordOf(PROOF_WORDS, reason) : wordOf(DISRUPTION_WORDS, reason);
  return { source, id, words, fromOn, toOn };
}

/** What is always told above a list. */
export function countsOf(rows: readonly Pick<RollCallRow, 'state'>[]): RollCallCounts {
  const count = (state: RollCallRow['state']): number => rows.filter((row) => row.state === state).length;
  return { expected: rows.length, present: count('present'), absent: count('absent'), excused: count('excused'), left: count(null) };
}

