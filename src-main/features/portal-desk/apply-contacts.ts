import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { addAdult } from '../families/add-adult';
import { removeAdult } from '../families/remove-adult';
import { fullName } from '../families/wording';
import { applyTicks, fileNow } from './apply-changes';
import { namesake } from './contact-words';
import { TICKS } from './pickups';
import type { ContactAddition } from './schema';

/**
 * Brings a new contact with their ticks into the file through the commands of staff, inside a write.
 * Children who left the family meanwhile are left out. Throws AppError `families.alreadyIn`.
 */
export async function applyAddition(context: Context, familyId: number, { ticks, ...adult }: ContactAddition): Promise<void> {
  const file = await fileNow(context, familyId);
  if (namesake(file, adult)) throw new AppError('families.alreadyIn', { name: fullName(adult) }, 'conflict', 'contact.lastName');
  const { personId } = await addAdult(context, { familyId, kind: 'contact', adult });
  const here = ticks.filter(({ childId }) => file.children.some(({ id }) => id === childId));
  await applyTicks(context, familyId, here.flatMap((tick) => TICKS.filter((what) => tick[what]).map((what) => ({ personId, childId: tick.childId, what, value: true }))));
}

/** Takes a contact out of the family, inside a write. Throws AppError `families.unknownAdult`, `portalDesk.guardianStays`. */
export async function applyRemoval(context: Context, familyId: number, personId: number): Promise<void> {
  const { guardians } = await fileNow(context, familyId);
  const guardian = guardians.find((one) => one.personId === personId);
  if (guardian) throw new AppError('portalDesk.guardianStays', { name: fullName(guardian) }, 'forbidden');
  await removeAdult(context, { familyId, personId });
}
