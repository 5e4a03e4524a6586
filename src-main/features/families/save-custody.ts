import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { childOf, familiesOf, openFamily } from './checks';
import { custodyFault } from './custody';
import { insertChildLink } from './insert-people';
import { custodyInWords } from './journal-words';
import { custodyOf } from './loading';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import { CUSTODY_LABELS } from './schema';
import type { CustodyLink, saveCustodyInput } from './schema';
import { fullName, of } from './wording';

/**
 * Says in which families a child lives, and who has it when: what is not listed is left. Refuses
 * links that leave a day to both families or to none. Throws AppError `changedMeanwhile` too.
 */
export function saveCustody(context: Context, input: z.output<typeof saveCustodyInput>): Promise<void> {
  const { childId, version } = input;
  const { db } = context;
  const { Child } = familyModels(db);
  return db.write(async () => {
    const child = await childOf(db, childId);
    const links = input.links.map((link) => (link.custody === 'chosenDates' ? link : { ...link, periods: [] }));
    if (new Set(links.map(({ familyId }) => familyId)).size < links.length) throw new AppError('families.custodyTwice', {}, 'invalid', 'links.1.familyId');
    const names: string[] = [];
    for (const { familyId } of links) names.push((await openFamily(db, familyId)).name);
    const fault = custodyFault(links, await localToday(context));
    if (fault) throw new AppError(fault.code, { names, day: fault.day }, 'invalid', `links.${links.length - 1}.custody`);
    const [changed] = await Child.update({ version: version + 1 }, { where: { id: childId, version } });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    const wordsBefore = await custodyInWords(db, (await custodyOf(db, [childId])).get(childId) ?? []);
    const before = await replaceLinks(context, childId, links);
    await refreshFamilies(db, [...before, ...links.map(({ familyId }) => familyId)]);
    const after = await custodyInWords(db, links);
    const told = links.map(({ custody }, index) => `${names[index]} (${CUSTODY_LABELS[custody]})`);
    const subject = `Garde ${of(fullName(child))} : ${enumerated(told)}`;
    for (const familyId of new Set([...before, ...links.map((link) => link.familyId)])) {
      await recordDeed(context, { action: 'child.custody', subject, familyId, childId, before: wordsBefore, after });
    }
  });
}

/** Writes the links anew, keeping each child's place in the families where it stays. Returns the families before. */
async function replaceLinks(context: Context, childId: number, links: readonly CustodyLink[]): Promise<number[]> {
  const { db } = context;
  const { CustodyPeriod, FamilyChild } = familyModels(db);
  const before = await familiesOf(db, { childId });
  const archived = await db.select<{ id: number }>(
    'SELECT id FROM families WHERE archived_at IS NOT NULL AND id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(before) },
  );
  await CustodyPeriod.destroy({ where: { childId, familyId: links.map(({ familyId }) => familyId) } });
  for (const familyId of before) {
    const stays = links.some((link) => link.familyId === familyId) || archived.some(({ id }) => id === familyId);
    if (!stays) await FamilyChild.destroy({ where: { childId, familyId } });
  }
  for (const { familyId, custody, periods } of links) {
    if (before.includes(familyId)) await FamilyChild.update({ custody }, { where: { childId, familyId } });
    else await insertChildLink(db, familyId, childId, custody);
    await CustodyPeriod.bulkCreate(periods.map((period) => ({ ...period, childId, familyId })));
  }
  await forgetStrangers(context, childId);
  return before;
}

/** Adults who have no family in common with the child no longer collect it. */
async function forgetStrangers({ db }: Context, childId: number): Promise<void> {
  await db.run(
    `DELETE FROM child_adults WHERE child_id = $childId AND person_id NOT IN (
       SELECT adult.person_id FROM family_adults adult JOIN family_children link ON link.family_id = adult.family_id WHERE link.child_id = $childId)`,
    { childId },
  );
}
