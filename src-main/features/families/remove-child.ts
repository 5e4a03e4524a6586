import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { childOf, familiesOf } from './checks';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import { fullName, of } from './wording';

/**
 * Deletes a child typed by mistake. Refused once it was enrolled or booked for: AppError
 * `families.childInUse` with the counts, or `families.childHasPapers` (rows of later features, read without their code).
 */
export function removeChild(context: Context, childId: number): Promise<void> {
  const { db } = context;
  return db.write(async () => {
    const child = await childOf(db, childId);
    const uses = (await db.selectOne<{ enrolments: number; bookings: number }>(
      `SELECT (SELECT count(*) FROM enrolments WHERE child_id = $childId) AS enrolments,
         (SELECT count(*) FROM bookings WHERE child_id = $childId) + (SELECT count(*) FROM booking_events WHERE child_id = $childId) AS bookings`,
      { childId },
    ))!;
    if (uses.enrolments + uses.bookings > 0) throw new AppError('families.childInUse', { name: fullName(child), ...uses }, 'conflict');
    if (await db.selectOne('SELECT 1 FROM family_papers WHERE child_id = $childId LIMIT 1', { childId })) throw new AppError('families.childHasPapers', { name: fullName(child) }, 'conflict');
    const families = await familiesOf(db, { childId });
    const { Child, ChildAdult, ChildHealth, CustodyPeriod, FamilyChild } = familyModels(db);
    await CustodyPeriod.destroy({ where: { childId } });
    await FamilyChild.destroy({ where: { childId } });
    await ChildAdult.destroy({ where: { childId } });
    await ChildHealth.destroy({ where: { childId } });
    await Child.destroy({ where: { id: childId } });
    await refreshFamilies(db, families);
    const { id: _, version: __, ...before } = child.get({ plain: true });
    await recordDeed(context, { action: 'child.remove', subject: `Fiche ${of(fullName(child))} supprimée`, familyId: families[0] ?? null, childId, before });
  });
}
