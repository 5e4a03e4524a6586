import { slugOf } from '../../../src-main/kernel/slug';
import type { Database } from '../../../src-main/platform/database/database';
import { schoolModels } from '../../../src-main/features/schools/models';

export interface BuiltSchool {
  readonly schoolId: number;
  /** Ids of the classes, in the order given. */
  readonly classIds: readonly number[];
}

let count = 0;

/** A school with its classes. By default one class, "Petite section", of level PS. */
export function buildSchool(db: Database, given: { name?: string; code?: string; classes?: { name: string; levels: string[] }[] } = {}): Promise<BuiltSchool> {
  count += 1;
  const name = given.name ?? `École n° ${count}`;
  return db.write(async () => {
    const school = await schoolModels(db).School.create({ name, code: given.code ?? slugOf(name) });
    const classIds: number[] = [];
    for (const { name: className, levels } of given.classes ?? [{ name: 'Petite section', levels: ['PS'] }]) {
      const row = await schoolModels(db).Class.create({ schoolId: school.id, name: className, levels: JSON.stringify(levels) });
      classIds.push(row.id);
    }
    return { schoolId: school.id, classIds };
  });
}
