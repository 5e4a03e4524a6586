import type { z } from 'zod';
import { slugOf } from '../../kernel/slug';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { schoolModels } from './models';
import { listSchools } from './queries';
import { refuseTakenName } from './refuse-taken-name';
import type { createSchoolInput } from './schema';

/** Opens a school; its code comes from its name and never changes. Throws AppError `schools.nameTaken`. Returns its id. */
export function createSchool(context: Context, { name }: z.output<typeof createSchoolInput>): Promise<{ schoolId: number }> {
  return context.db.write(async () => {
    const schools = await listSchools(context.db);
    refuseTakenName('schools.nameTaken', name, schools);
    const school = await schoolModels(context.db).School.create({ name, code: freeCode(slugOf(name), schools.map(({ code }) => code)) });
    await recordDeed(context, { action: 'school.create', subject: `${name} : école créée`, after: { name } });
    return { schoolId: school.id };
  });
}

function freeCode(wanted: string, taken: readonly string[]): string {
  for (let number = 2, code = wanted; ; number += 1) {
    if (!taken.includes(code)) return code;
    code = `${wanted.slice(0, 36)}-${number}`;
  }
}
