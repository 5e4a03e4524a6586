import { toLocal } from '../../kernel/local-date';
import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { serviceLabel } from '../enrolments/service-choices';
import { rulebookOf } from '../town-rules/rulebook-of';
import { townOf } from '../town/queries';
import type { AbsenceNotice, AbsenceProof, ChildAbsences } from './schema';

type NoticeRow = Omit<AbsenceNotice, 'serviceLabel' | 'toldAt'> & { readonly toldAt: Instant };
type ProofRow = Omit<AbsenceProof, 'receivedAt'> & { readonly receivedAt: Instant };

const MOST = 50;

/** The absences of a child that were told or proved, the latest first. */
export async function childAbsences(db: Database, childId: number): Promise<ChildAbsences> {
  const { timeZone } = await townOf(db);
  const rulebook = await rulebookOf(db);
  const bind = { childId, most: MOST };
  const notices = await db.select<NoticeRow>(
    `SELECT id, service, from_on AS fromOn, to_on AS toOn, reason, told_at AS toldAt, note FROM absence_notices
     WHERE child_id = $childId AND withdrawn_at IS NULL ORDER BY from_on DESC, id DESC LIMIT $most`, bind,
  );
  const proofs = await db.select<ProofRow>(
    `SELECT id, kind, from_on AS fromOn, to_on AS toOn, received_at AS receivedAt, note FROM absence_proofs
     WHERE child_id = $childId AND withdrawn_at IS NULL ORDER BY from_on DESC, id DESC LIMIT $most`, bind,
  );
  return {
    notices: notices.map((row) => ({ ...row, serviceLabel: row.service === null ? 'tous les services' : serviceLabel(rulebook, row.service), toldAt: toLocal(row.toldAt, timeZone) })),
    proofs: proofs.map((row) => ({ ...row, receivedAt: toLocal(row.receivedAt, timeZone) })),
  };
}
