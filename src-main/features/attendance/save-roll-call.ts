import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { dayOf, toInstant, toLocal } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { dayKey } from '../child-days/day-key';
import { recordDeed } from '../journal/record-deed';
import { townOf } from '../town/queries';
import { billedDays } from './billed';
import { servicesOn } from './day-services';
import { keepRollCall } from './keep-roll-call';
import { loadCurrent } from './load-current';
import { plan, refuseOddHours } from './roll-call-plan';
import type { Planned, Verdict } from './roll-call-plan';
import { journalRows, savedSentence, subjectOf } from './roll-call-sentences';
import type { RollCallConflict, SaveRollCallResult, saveRollCallInput } from './schema';
import { STATE_WORDS } from './words';

/**
 * Saves the roll call of a day, many children in one transaction. A child whom another device called
 * since the page was read is left as it is and told; the others are saved. Days billed already may
 * change: the difference becomes a corrective line.
 * Throws AppError `attendance.futureDay`, `noService`, `twice`, `unknownChild`, `noFamily`, odd hours.
 */
export function saveRollCall(context: Context, { day, entries }: z.output<typeof saveRollCallInput>): Promise<SaveRollCallResult> {
  const { db, clock } = context;
  return db.write(async () => {
    const { timeZone } = await townOf(db);
    const now = clock.now();
    if (day > dayOf(toLocal(now, timeZone))) throw new AppError('attendance.futureDay', { day });
    const services = await servicesOn(db, day);
    const childIds = [...new Set(entries.map(({ childId }) => childId))];
    const currentOf = await loadCurrent(db, childIds, day);
    const seen = new Set<string>();
    const verdicts = entries.map((entry, index): Verdict & { childId: number; service: string; name: string } => {
      const { childId } = entry;
      const service = services.find((one) => one.service === entry.service);
      if (!service) throw new AppError('attendance.noService');
      const current = currentOf(childId, entry.service);
      const { name } = current;
      const key = dayKey(childId, entry.service, day);
      if (seen.has(key)) throw new AppError('attendance.twice', { name });
      seen.add(key);
      const wanted = entry.state === 'present' ? entry : { ...entry, arrival: null, departure: null };
      refuseOddHours(wanted, service, name, `entries.${index}`);
      return { ...plan(wanted, current, day, { now, instantOf: (at) => toInstant(at, timeZone) }), childId, service: entry.service, name };
    });
    const planned = verdicts.flatMap((verdict) => (verdict.kind === 'change' ? [verdict.planned] : []));
    const conflicts = verdicts.flatMap((verdict): RollCallConflict[] => (verdict.kind === 'conflict'
      ? [{ childId: verdict.childId, service: verdict.service, sentence: conflictSentence(verdict.name, verdict.now) }] : []));
    const billed = await billedCount(context, planned, day);
    if (planned.length > 0) {
      await keepRollCall(db, day, planned, now);
      const only = planned.length === 1 ? planned[0]! : null;
      await recordDeed(context, {
        action: 'attendance.save', subject: subjectOf(day, services, planned),
        familyId: only?.current.familyId ?? null, childId: only?.entry.childId ?? null, ...journalRows(services, planned),
      });
    }
    return { saved: planned.length, sentence: savedSentence(planned, conflicts.length, billed), conflicts, billed };
  });
}

const conflictSentence = (name: string, now: keyof typeof STATE_WORDS | null): string => (now === null
  ? `${name} : le pointage vient d’être retiré sur un autre appareil.`
  : `${name} vient d’être noté « ${STATE_WORDS[now]} » sur un autre appareil.`);

async function billedCount({ db }: Context, planned: readonly Planned[], day: Parameters<typeof billedDays>[2]): Promise<number> {
  const billed = await billedDays(db, planned.map(({ entry }) => entry.childId), day, day);
  return planned.filter(({ entry }) => billed.has(dayKey(entry.childId, entry.service, day))).length;
}
