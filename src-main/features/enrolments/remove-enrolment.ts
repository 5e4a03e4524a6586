import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { namedChild } from './child-label';
import { enrolmentModels } from './models';
import { enrolmentById } from './queries';
import { serviceLabel } from './service-choices';
import type { removeEnrolmentInput } from './schema';

/** Deletes an enrolment of which nothing has come, inside a write. Throws AppError `changedMeanwhile`, `notFound`. */
export async function removeUnusedEnrolment(context: Context, { enrolmentId, version }: z.output<typeof removeEnrolmentInput>): Promise<void> {
  const before = await enrolmentById(context.db, enrolmentId);
  const removed = await enrolmentModels(context.db).Enrolment.destroy({ where: { id: enrolmentId, version } });
  if (removed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
  const child = await namedChild(context.db, before.childId);
  const service = serviceLabel(await rulebookOf(context.db), before.service);
  await recordDeed(context, {
    action: 'enrolment.remove',
    subject: `${child.name} : inscription à « ${service} » à partir du ${formatDate(before.fromOn)}, saisie par erreur, retirée`,
    familyId: child.familyId,
    childId: before.childId,
    before: { ...before },
  });
}
