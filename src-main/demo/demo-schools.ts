import type { Context } from '../platform/procedures/services';
import { createClass } from '../features/schools/save-class';
import { createSchool } from '../features/schools/create-school';
import type { Level } from '../features/schools/schema';

const SCHOOLS: readonly { name: string; classes: readonly { name: string; levels: Level[]; teacher: string }[] }[] = [
  {
    name: 'École maternelle', classes: [
      { name: 'Petite section', levels: ['PS'], teacher: 'Mme Riou' }, { name: 'Moyenne section', levels: ['MS'], teacher: 'M. Tanguy' },
      { name: 'Grande section', levels: ['GS'], teacher: 'Mme Caradec' },
    ],
  },
  {
    name: 'École élémentaire', classes: [
      { name: 'CP', levels: ['CP'], teacher: 'Mme Jégou' }, { name: 'CE1', levels: ['CE1'], teacher: 'Mme Perrot' }, { name: 'CE2', levels: ['CE2'], teacher: 'M. Collet' },
      { name: 'CM1', levels: ['CM1'], teacher: 'Mme Hervé' }, { name: 'CM2', levels: ['CM2'], teacher: 'M. Lucas' },
    ],
  },
];

/** Where the children of a level go. */
export interface SchoolPlace {
  readonly schoolId: number;
  readonly classId: number;
  readonly isNursery: boolean;
}

/** Opens the two schools and their classes; one class a level. */
export async function openSchools(context: Context): Promise<ReadonlyMap<Level, SchoolPlace>> {
  const places = new Map<Level, SchoolPlace>();
  for (const [index, school] of SCHOOLS.entries()) {
    const { schoolId } = await createSchool(context, { name: school.name });
    for (const values of school.classes) {
      const { classId } = await createClass(context, { schoolId, ...values });
      for (const level of values.levels) places.set(level, { schoolId, classId, isNursery: index === 0 });
    }
  }
  return places;
}
