import type { z } from 'zod';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openFamily, placeOf } from './checks';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import type { moveAdultInput } from './schema';
import { fullName } from './wording';

/** Moves an adult one place up or down among those of the same kind; nothing happens at the end of the list. */
export function moveAdult(context: Context, input: z.output<typeof moveAdultInput>): Promise<void> {
  const { familyId, personId, direction } = input;
  const { FamilyAdult, Person } = familyModels(context.db);
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const { kind } = await placeOf(context.db, familyId, personId);
    const places = await FamilyAdult.findAll({ where: { familyId, kind }, order: ['position'] });
    const order = places.map((place) => place.personId);
    const from = order.indexOf(personId);
    const to = direction === 'up' ? from - 1 : from + 1;
    if (to < 0 || to >= order.length) return;
    [order[from], order[to]] = [order[to]!, order[from]!];
    for (const [position, id] of order.entries()) await FamilyAdult.update({ position }, { where: { familyId, personId: id } });
    await refreshFamilies(context.db, [familyId]);
    const person = await Person.findByPk(personId, { rejectOnEmpty: true });
    await recordDeed(context, {
      action: 'adult.move', familyId, subject: `Famille ${family.name} : ${fullName(person)} passe en position ${to + 1}`,
    });
  });
}
