import { addDays, addMonths, makeDate } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { Context } from '../platform/procedures/services';
import type { Version } from '../features/rulebook/schema';
import { activateDraft } from '../features/town-rules/activate-draft';
import { saveCapacity } from '../features/town-rules/capacities';
import { saveDraft } from '../features/town-rules/save-draft';
import { startDraft } from '../features/town-rules/start-draft';
import { withActivities } from './demo-activities';
import type { OpenHoliday } from './demo-holidays';
import { demoVersion, FIRST_SERVICE, SECOND_SERVICE } from './demo-rulebook';

/** The second service is full on some Tuesdays. */
const PLACES = { [FIRST_SERVICE]: 84, [SECOND_SERVICE]: 70 } as const;

/** Puts last school year's rulebook (the canteen alone) and this year's in force, and the canteen's places. Returns the id of this year's. */
export async function putRulesInForce(context: Context, schoolYear: number, holidays: readonly OpenHoliday[]): Promise<number> {
  await enact(context, demoVersion(schoolYear - 1, 'before'));
  const versionId = await enact(context, withActivities(demoVersion(schoolYear, 'now'), holidays));
  for (const [service, places] of Object.entries(PLACES)) await saveCapacity(context, { service, fromOn: makeDate(schoolYear, 9, 1), places });
  return versionId;
}

async function enact(context: Context, version: Version): Promise<number> {
  const draft = await startDraft(context, { copyOf: null, fromOn: version.from });
  const saved = await saveDraft(context, { id: draft.id, revision: draft.revision, version });
  return (await activateDraft(context, { id: saved.id, revision: saved.revision })).versionId;
}

/** Next year's text, begun as a copy of this one and left with the late supplement to fix. */
export async function leaveDraft(context: Context, copyOf: number, schoolYear: number, today: LocalDate): Promise<void> {
  const next = makeDate(schoolYear + 1, 9, 1);
  const { id, revision, version } = await startDraft(context, { copyOf, fromOn: next > addDays(today, 30) ? next : addMonths(next, 12) });
  const [late, ...others] = version.adjustments ?? [];
  await saveDraft(context, { id, revision, version: { ...version, adjustments: late ? [{ ...late, add: null }, ...others] : [] } });
}
