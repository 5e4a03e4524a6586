import type { z } from 'zod';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { schoolModels } from './models';
import { listSchools, schoolOf } from './queries';
import { refuseTakenName } from './refuse-taken-name';
import type { renameSchoolInput } from './schema';

/** Renames a school; its code stays. Throws AppError `schools.unknown` or `schools.nameTaken`. */
export function renameSchool(context: Context, { schoolId, name }: z.output<typeof renameSchoolInput>): Promise<void> {
  return context.db.write(async () => {
    const before = await schoolOf(context.db, schoolId);
    refuseTakenName('schools.nameTaken', name, await listSchools(context.db), schoolId);
    await schoolModels(context.db).School.update({ name }, { where: { id: schoolId } });
    await recordDeed(context, { action: 'school.rename', subject: `${before.name} : école renommée ${name}`, before: { name: before.name }, after: { name } });
  });
}
