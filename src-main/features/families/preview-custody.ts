import type { z } from 'zod';
import { mondayOf } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { custodyFault, custodyWeeks } from './custody';
import { familyMessages } from './messages.fr';
import type { CustodyPreview, custodyPreviewInput } from './schema';

/** Who would have a child, week by week, with these links, saved or not. A fault is told, not thrown. */
export async function previewCustody(context: Context, input: z.output<typeof custodyPreviewInput>): Promise<CustodyPreview> {
  const { links } = input;
  const families = await context.db.select<{ id: number; name: string }>(
    'SELECT id, name FROM families WHERE id IN (SELECT value FROM json_each($ids)) ORDER BY id',
    { ids: JSON.stringify(links.map(({ familyId }) => familyId)) },
  );
  const today = await localToday(context);
  const fault = custodyFault(links, today);
  const names = links.map(({ familyId }) => families.find(({ id }) => id === familyId)?.name ?? '');
  return {
    families,
    weeks: custodyWeeks(links, mondayOf(input.from ?? today), input.weeks),
    fault: fault && familyMessages[fault.code]({ names, day: fault.day }),
  };
}
