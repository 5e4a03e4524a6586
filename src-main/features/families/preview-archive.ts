import { counted, enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { openFamily } from './checks';
import { grouped } from './grouped';
import type { ArchivePreview } from './schema';
import { of } from './wording';

interface Counts {
  futureBookings: number;
  enrolments: number;
  soleAccounts: number;
}

/** Children whose only family, archived ones left out, is this one. */
const OWN_CHILDREN = `SELECT child_id FROM family_children own WHERE own.family_id = $familyId AND NOT EXISTS (
  SELECT 1 FROM family_children link JOIN families family ON family.id = link.family_id AND family.archived_at IS NULL
  WHERE link.child_id = own.child_id AND link.family_id <> $familyId)`;

/**
 * What archiving a family would change, told before. It counts rows of features that come after
 * this one (bookings, enrolments), so it reads their tables without their code.
 */
export async function previewArchive(context: Context, familyId: number): Promise<ArchivePreview> {
  const { db } = context;
  await openFamily(db, familyId);
  const counts = (await db.selectOne<Counts>(
    `SELECT
       (SELECT count(*) FROM bookings WHERE family_id = $familyId AND state = 'booked' AND day >= $today) AS futureBookings,
       (SELECT count(*) FROM enrolments WHERE (to_on IS NULL OR to_on >= $today) AND child_id IN (${OWN_CHILDREN})) AS enrolments,
       (SELECT count(*) FROM family_adults own JOIN portal_accounts account ON account.person_id = own.person_id
        WHERE own.family_id = $familyId AND own.kind = 'guardian' AND account.disabled_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM family_adults other JOIN families family ON family.id = other.family_id AND family.archived_at IS NULL
          WHERE other.person_id = own.person_id AND other.kind = 'guardian' AND other.family_id <> $familyId)) AS soleAccounts`,
    { familyId, today: await localToday(context) },
  ))!;
  const shared = await db.select<{ firstName: string; familyName: string }>(
    `SELECT child.first_name AS firstName, other_family.name AS familyName
     FROM family_children own JOIN children child ON child.id = own.child_id
     JOIN family_children other ON other.child_id = own.child_id AND other.family_id <> $familyId
     JOIN families other_family ON other_family.id = other.family_id AND other_family.archived_at IS NULL
     WHERE own.family_id = $familyId ORDER BY own.position`,
    { familyId },
  );
  return { ...counts, consequences: consequencesOf(counts, shared) };
}

function consequencesOf({ futureBookings, enrolments, soleAccounts }: Counts, shared: readonly { firstName: string; familyName: string }[]): string[] {
  const told: string[] = [];
  if (futureBookings > 0) told.push(`${counted(futureBookings, 'réservation à venir ne comptera plus', 'réservations à venir ne compteront plus')}.`);
  if (enrolments > 0) told.push(`${counted(enrolments, 'inscription en cours est mise', 'inscriptions en cours sont mises')} en sommeil.`);
  for (const [familyName, children] of grouped(shared, (child) => child.familyName)) {
    const names = children.map(({ firstName }) => firstName);
    told.push(`La famille ${familyName} réservera et paiera tous les jours ${of(enumerated(names))}, qui ${names.length > 1 ? 'y vivent' : 'y vit'} aussi.`);
  }
  if (soleAccounts > 0) {
    told.push(`${counted(soleAccounts, 'titulaire d’un compte parent ne verra plus d’enfant', 'titulaires d’un compte parent ne verront plus d’enfant')} sur le portail.`);
  }
  told.push('Rien n’est effacé : la famille reste consultable parmi les familles archivées, et peut être restaurée telle quelle.');
  return told;
}
