import type { ParentActor } from '../../kernel/actor';
import { forbidden } from '../../kernel/errors';
import { dayOf, makeDate, monthOf, toLocal, yearOf } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { portalSettingsOf } from '../town/portal-settings';
import { townOf } from '../town/queries';
import { openDesk } from './desk';
import type { Desk } from './desk';
import type { Certification } from './schema';

/** First day of the school year of a day: 1 August, so that what is certified before la rentrée counts for it. */
const schoolYearStart = (day: LocalDate): LocalDate => makeDate(monthOf(day) >= 8 ? yearOf(day) : yearOf(day) - 1, 8, 1);

const schoolYearFrom = (start: LocalDate): string => `${yearOf(start)}-${yearOf(start) + 1}`;

/** The school year ("2026-2027") for which this parent still has a file to certify; null when none, or when the town hides the file. */
export async function certificationAsked({ db }: Pick<Context, 'db'>, today: LocalDate, personId: number): Promise<string | null> {
  const [{ fileParts }, { timeZone }] = await Promise.all([portalSettingsOf(db), townOf(db)]);
  if (Object.values(fileParts).every((rule) => rule === 'hidden')) return null;
  const start = schoolYearStart(today);
  const files = await db.select<{ at: Instant | null }>(
    `SELECT max(told.at) AS at FROM family_adults place JOIN families family ON family.id = place.family_id AND family.archived_at IS NULL
     LEFT JOIN profile_certifications told ON told.family_id = family.id AND told.person_id = place.person_id
     WHERE place.person_id = $personId AND place.kind = 'guardian' GROUP BY family.id`, { personId },
  );
  return files.some(({ at }) => at === null || dayOf(toLocal(at, timeZone)) < start) ? schoolYearFrom(start) : null;
}

/** When this parent last certified the family's file, and whether it is asked again. */
export async function certificationOf(context: Context<ParentActor>, desk: Desk): Promise<Certification> {
  const { file, today, dayAt } = desk;
  const row = await context.db.selectOne<{ at: string | null }>(
    'SELECT max(at) AS at FROM profile_certifications WHERE family_id = $familyId AND person_id = $personId', { familyId: file.id, personId: context.actor.personId },
  );
  const start = schoolYearStart(today);
  const certifiedOn = row?.at ? dayAt(row.at) : null;
  return { schoolYear: schoolYearFrom(start), certifiedOn, due: certifiedOn === null || certifiedOn < start };
}

/** "Je certifie que mes données sont à jour": kept with its date; once a day. Throws AppError `notFound`, `portalDesk.fileHidden`. */
export function certify(context: Context<ParentActor>, familyId: number): Promise<Certification> {
  const { db, actor, clock } = context;
  return db.write(async () => {
    const desk = await openDesk(context, familyId);
    if (Object.values(desk.parts).every((rule) => rule === 'hidden')) throw forbidden('portalDesk.fileHidden');
    const before = await certificationOf(context, desk);
    if (before.certifiedOn === desk.today) return before;
    await db.run('INSERT INTO profile_certifications (family_id, person_id, at) VALUES ($familyId, $personId, $at)', { familyId, personId: actor.personId, at: clock.now() });
    await recordDeed(context, { action: 'profile.certify', subject: `Famille ${desk.file.name} : données certifiées à jour pour ${before.schoolYear}`, familyId });
    return certificationOf(context, desk);
  });
}
