import { dayOf, toLocal } from '../../kernel/local-date';
import type { Instant } from '../../kernel/local-date';
import { counted, of } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday, townOf } from '../town/queries';
import { guardiansToWrite, mailReminder, reminderKey } from './paper-mails';
import { subjectsOf } from './standings';
import type { LackingFamily, LackingRequest, ReminderOutcome, Requirement, Subject } from './schema';

/** A family has something to do: not sent, refused or expired, and none that still counts. */
export const isLacking = ({ required, standing }: Requirement): boolean =>
  required && !standing.covered && (standing.state === 'missing' || standing.state === 'refused' || standing.state === 'expired');

/** "Assurance scolaire de Théo : expiré depuis le 31 août 2026"; the family's own without a name. */
export const lackWords = ({ childId, name }: Pick<Subject, 'childId' | 'name'>, { name: paper, standing }: Requirement): string =>
  `${paper}${childId === null ? '' : ` ${of(name.split(' ')[0] ?? '')}`} : ${standing.state === 'refused' ? 'refusé, à renvoyer' : standing.words}`;

interface Lack {
  readonly familyId: number;
  readonly name: string;
  readonly classes: readonly string[];
  readonly lacks: readonly string[];
}

/** Families that lack a required paper, by name. `classId`: children of that class and their family; `kindId`: that paper only. */
async function lacksOf(context: Pick<Context, 'db' | 'clock'>, familyIds: readonly number[] | null, { classId, kindId }: LackingRequest): Promise<Lack[]> {
  const families = new Map<number, Subject[]>();
  for (const subject of await subjectsOf(context.db, await localToday(context), familyIds)) families.set(subject.familyId, [...(families.get(subject.familyId) ?? []), subject]);
  return [...families.values()].flatMap((subjects): Lack[] => {
    // The family's own paper concerns a class when one of its children is in it.
    const here = classId === null ? subjects : subjects.filter((subject) => subject.classId === classId || (subject.childId === null && subjects.some((child) => child.classId === classId)));
    const lacks = here.flatMap((subject) => subject.requirements.filter((one) => isLacking(one) && (kindId === null || one.kindId === kindId)).map((one) => lackWords(subject, one)));
    if (lacks.length === 0 || !subjects.some(({ childId }) => childId !== null)) return [];
    const [{ familyId, familyName }] = subjects as [Subject];
    return [{ familyId, name: familyName, classes: [...new Set(subjects.map(({ className }) => className).filter(Boolean))], lacks }];
  });
}

/** The list of the town hall, with whom to write to and when the family was last reminded. */
export async function lackingFamilies(context: Pick<Context, 'db' | 'clock'>, request: LackingRequest): Promise<LackingFamily[]> {
  const { db } = context;
  const lacks = await lacksOf(context, null, request);
  const { timeZone } = await townOf(db);
  const ids = JSON.stringify(lacks.map(({ familyId }) => familyId));
  const people = await db.select<{ familyId: number; email: string; at: Instant | null }>(
    `SELECT place.family_id AS familyId, min(person.email) AS email,
       (SELECT max(created_at) FROM mails WHERE mails.family_id = place.family_id AND kind = 'documents.reminder') AS at
     FROM family_adults place JOIN persons person ON person.id = place.person_id AND person.email <> ''
     WHERE place.kind = 'guardian' AND place.parental_authority <> 'no' AND place.family_id IN (SELECT value FROM json_each($ids)) GROUP BY place.family_id`, { ids },
  );
  const known = new Map(people.map((row) => [row.familyId, row]));
  return lacks.map(({ familyId, name, classes, lacks: words }) => {
    const at = known.get(familyId)?.at;
    return { familyId, name, classes: classes.join(', '), lacks: words, email: known.get(familyId)?.email ?? '', remindedOn: at ? dayOf(toLocal(at, timeZone)) : null };
  });
}

/** Reminds families by mail of everything that they lack, each guardian once a day at most. */
export function remindFamilies(context: Context, familyIds: readonly number[]): Promise<ReminderOutcome> {
  const { db } = context;
  return db.write(async () => {
    const today = await localToday(context);
    const asked = [...new Set(familyIds)];
    const lacks = await lacksOf(context, asked, { classId: null, kindId: null });
    let mailed = 0;
    let already = 0;
    for (const { familyId, lacks: words } of lacks) {
      const fresh = [];
      const guardians = await guardiansToWrite(context, familyId);
      for (const guardian of guardians) {
        if (!(await db.selectOne('SELECT 1 FROM mails WHERE dedupe_key = $key', { key: reminderKey(familyId, guardian.personId, today) }))) fresh.push(guardian);
      }
      for (const guardian of fresh) await mailReminder(context, familyId, guardian, words, today);
      if (fresh.length > 0) {
        mailed += 1;
        await recordDeed(context, { action: 'documents.remind', subject: `Rappel envoyé : ${counted(words.length, 'document manquant', 'documents manquants')}`, familyId });
      } else if (guardians.length > 0) already += 1;
    }
    const skipped = asked.length - mailed - already;
    return { mailed, already, skipped, sentence: outcomeWords(mailed, already, skipped) };
  });
}

function outcomeWords(mailed: number, already: number, skipped: number): string {
  const sentences = [mailed === 0 ? 'Aucun rappel n’est parti.' : `Rappel envoyé à ${counted(mailed, 'famille', 'familles')}.`];
  if (already > 0) sentences.push(`${counted(already, 'famille avait', 'familles avaient')} déjà reçu un rappel aujourd’hui.`);
  if (skipped > 0) sentences.push(`${counted(skipped, 'famille n’a', 'familles n’ont')} pas d’adresse e-mail, ou plus rien à fournir.`);
  return sentences.join(' ');
}

