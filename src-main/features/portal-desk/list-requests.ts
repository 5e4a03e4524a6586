import { AppError } from '../../kernel/errors';
import { addDays, dayOf, toLocal } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { papersOfFamilies } from '../documents/sent-papers';
import { knownHealth, openHealth } from '../families/child-health';
import { readFamily } from '../families/read-family';
import type { FamilyFile } from '../families/schema';
import { localToday, townOf } from '../town/queries';
import { waitingRequests } from './request-rows';
import type { OpenRequest } from './request-rows';
import { labelOf, subjectOf, valueNow, wordsOf } from './request-words';
import type { FamilyRequests, RequestProof, StaffRequest } from './schema';
import { PART_TITLES } from './fields';

/** Papers older than this prove nothing of what is asked today. */
const PROOF_DAYS = 60;

/** What waits for a decision, by family, with what may prove it. Health data stay closed. */
export async function listRequests(context: Context): Promise<FamilyRequests[]> {
  const { db } = context;
  const today = await localToday(context);
  const { timeZone } = await townOf(db);
  const dayAt = (instant: string): LocalDate => dayOf(toLocal(instant as Instant, timeZone));
  const rows = await waitingRequests(db);
  const familyIds = [...new Set(rows.map(({ familyId }) => familyId))];
  const papers = await papersOfFamilies(db, today, familyIds);
  return Promise.all(familyIds.map(async (familyId): Promise<FamilyRequests> => {
    const file = await readFamily(db, familyId, today, false);
    const recent = papers.filter((paper) => paper.familyId === familyId && (paper.state === 'waiting' || dayAt(paper.sentAt) >= addDays(today, -PROOF_DAYS)));
    return {
      familyId, familyName: file.name,
      requests: rows.filter((row) => row.familyId === familyId).map((row) => staffRequest(file, row, dayAt)),
      proofs: recent.map((paper): RequestProof => ({
        id: paper.id, name: paper.name, about: paper.personName, sentOn: dayAt(paper.sentAt), health: paper.health, fileIds: paper.files.map(({ id }) => id),
      })),
    };
  }));
}

const isHealth = ({ part }: OpenRequest): boolean => part === 'childHealth';

/** A request in words; `now` is what the file holds. Of health data nothing is told. */
function staffRequest(file: FamilyFile, row: OpenRequest, dayAt: (instant: string) => LocalDate, opened: string | null = null): StaffRequest {
  const now = isHealth(row) ? opened : valueNow(file, row);
  const closed = isHealth(row) && opened === null;
  return {
    id: row.id, subject: subjectOf(file, row), part: row.part, section: PART_TITLES[row.part], label: labelOf(row), isWish: row.field.endsWith('Wish'), health: isHealth(row),
    before: closed ? '' : wordsOf(file, row, row.before), after: closed ? '' : wordsOf(file, row, row.after),
    seen: closed ? '' : (now ?? ''), changedTo: closed || now === null || now === row.before ? null : wordsOf(file, row, now),
    askedBy: row.askedName, askedOn: dayAt(row.askedAt),
  };
}

/** Opens the values of a request about health data; the reading is journaled. Throws AppError `portalDesk.unknownRequest`. */
export function openHealthRequest(context: Context, requestId: number): Promise<StaffRequest> {
  const { db } = context;
  return db.write(async () => {
    const row = (await waitingRequests(db)).find(({ id }) => id === requestId);
    if (!row || !isHealth(row) || row.childId === null) throw new AppError('portalDesk.unknownRequest', {}, 'notFound');
    await openHealth(context, row.childId);
    const file = await readFamily(db, row.familyId, await localToday(context), false);
    const { timeZone } = await townOf(db);
    const now = valueNow(file, row, await knownHealth(db, row.childId));
    return staffRequest(file, row, (instant) => dayOf(toLocal(instant as Instant, timeZone)), now ?? '');
  });
}
