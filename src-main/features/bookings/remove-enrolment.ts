import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { removeUnusedEnrolment } from '../enrolments/remove-enrolment';
import { enrolmentById } from '../enrolments/queries';
import type { removeEnrolmentInput } from '../enrolments/schema';
import { localToday } from '../town/queries';

/**
 * Takes back an enrolment entered by mistake, while no day of it has counted: none decided one by
 * one, none passed with a usual week. Throws AppError `enrolments.used`, `changedMeanwhile`, `notFound`.
 */
export function removeEnrolment(context: Context, input: z.output<typeof removeEnrolmentInput>): Promise<void> {
  return context.db.write(async () => {
    const { childId, service, fromOn, toOn, week } = await enrolmentById(context.db, input.enrolmentId);
    const decided = await context.db.selectOne(
      'SELECT day FROM bookings WHERE child_id = $childId AND service = $service AND day >= $fromOn AND ($toOn IS NULL OR day <= $toOn) LIMIT 1',
      { childId, service, fromOn, toOn },
    );
    const hasRun = week.length > 0 && fromOn < (await localToday(context));
    if (decided || hasRun) throw new AppError('enrolments.used', {}, 'conflict');
    await removeUnusedEnrolment(context, input);
  });
}
