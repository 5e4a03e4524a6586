import type { z } from 'zod';
import { enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { familyName } from './family-name';
import { insertAdult, insertChild } from './insert-people';
import { familyModels } from './models';
import { insertQuotient } from './record-quotient';
import { refreshFamilies } from './refresh-families';
import type { CreatedFamily, createFamilyInput } from './schema';

/**
 * Creates a family with its adults, its children and its quotient: all or nothing. Refusals name
 * their field (`children.0.birthOn`).
 */
export function createFamily(context: Context, input: z.output<typeof createFamilyInput>): Promise<CreatedFamily> {
  const { db, clock } = context;
  const { guardians, contacts, children, quotient, flags = [], ...residence } = input;
  return db.write(async () => {
    const today = await localToday(context);
    const name = familyName(guardians.map(({ lastName }) => lastName)) ?? 'SANS NOM';
    const { id: familyId } = await familyModels(db).Family.create({ ...residence, flags: JSON.stringify(flags), name, createdAt: clock.now() });
    const guardianIds: number[] = [];
    for (const [index, adult] of guardians.entries()) guardianIds.push(await insertAdult(db, familyId, 'guardian', adult, today, `guardians.${index}.`));
    const contactIds: number[] = [];
    for (const [index, adult] of contacts.entries()) contactIds.push(await insertAdult(db, familyId, 'contact', adult, today, `contacts.${index}.`));
    const childIds: number[] = [];
    for (const [index, child] of children.entries()) childIds.push(await insertChild(db, familyId, child, today, `children.${index}.`));
    if (quotient) await insertQuotient(context, { ...quotient, familyId }, 'quotient.');
    await refreshFamilies(db, [familyId]);
    const withChildren = children.length > 0 ? ` avec ${enumerated(children.map(({ firstName }) => firstName))}` : '';
    await recordDeed(context, {
      action: 'family.create', subject: `Famille ${name} créée${withChildren}`, familyId, after: { guardians, contacts, children, quotient, flags, ...residence },
    });
    return { familyId, guardianIds, contactIds, childIds };
  });
}
