import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { openFamily } from './checks';
import { insertAdult, insertPlace } from './insert-people';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import { ADULT_KIND_LABELS } from './schema';
import type { addAdultInput, AdultKind, attachAdultInput } from './schema';
import { fullName, of } from './wording';

const asWhat = (kind: AdultKind): string => ADULT_KIND_LABELS[kind].toLocaleLowerCase('fr-FR');

/** Adds a new person to a family, as a guardian or another contact. Returns the id. */
export function addAdult(context: Context, input: z.output<typeof addAdultInput>): Promise<{ personId: number }> {
  const { familyId, kind, adult } = input;
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const personId = await insertAdult(context.db, familyId, kind, adult, await localToday(context), 'adult.');
    await refreshFamilies(context.db, [familyId]);
    await recordDeed(context, {
      action: 'adult.add', subject: `Famille ${family.name} : ajout ${of(fullName(adult))} comme ${asWhat(kind)}`, familyId, after: { kind, ...adult },
    });
    return { personId };
  });
}

/** Adds a person who is known already, of another family. Throws AppError `families.alreadyIn`. */
export function attachAdult(context: Context, input: z.output<typeof attachAdultInput>): Promise<void> {
  const { familyId, personId, kind } = input;
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const { FamilyAdult, Person } = familyModels(context.db);
    const person = await Person.findByPk(personId);
    if (!person) throw new AppError('families.unknownPerson', {}, 'notFound');
    if (await FamilyAdult.findOne({ where: { familyId, personId } })) {
      throw new AppError('families.alreadyIn', { name: fullName(person) }, 'conflict', 'personId');
    }
    await insertPlace(context.db, input);
    await refreshFamilies(context.db, [familyId]);
    await recordDeed(context, {
      action: 'adult.attach', subject: `Famille ${family.name} : ajout ${of(fullName(person))} comme ${asWhat(kind)}`, familyId, after: { personId, kind },
    });
  });
}
