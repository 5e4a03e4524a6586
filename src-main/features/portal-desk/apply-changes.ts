import type { Context } from '../../platform/procedures/services';
import { AppError } from '../../kernel/errors';
import { knownHealth, saveHealth } from '../families/child-health';
import { saveAdult } from '../families/save-adult';
import { saveChild } from '../families/save-child';
import { savePickups } from '../families/save-pickups';
import { saveResidence } from '../families/save-residence';
import type { FamilyFile } from '../families/schema';
import { withoutGaps } from '../families/without-gaps';
import { readFamily } from '../families/read-family';
import { localToday } from '../town/queries';
import type { Tick } from './pickups';
import { sectionValues } from './schema';
import type { SectionPart } from './schema';
import type { Values } from './values';

/** What follows a wish is staff's to do. */
const isWish = (field: string): boolean => field.endsWith('Wish');

/** The file as it stands, for a command that changes it. */
export const fileNow = async (context: Context, familyId: number): Promise<FamilyFile> => readFamily(context.db, familyId, await localToday(context), false);

const merged = <Whole extends object>(whole: Whole, change: Partial<Whole>): Whole => ({ ...whole, ...withoutGaps(change) });

/**
 * Brings values of a section into the file through the very commands of staff, inside a write.
 * Throws what they throw; AppError `families.unknownAdult` or `families.unknownChild` for someone who has left.
 */
export async function applyValues(context: Context, familyId: number, part: SectionPart, subjectId: number, raw: Values): Promise<void> {
  const values = Object.fromEntries(Object.entries(raw).filter(([field]) => !isWish(field)));
  if (Object.keys(values).length === 0) return;
  const file = await fileNow(context, familyId);
  if (part === 'identity' || part === 'contact' || part === 'work') return applyToAdult(context, file, subjectId, sectionValues[part].parse(values));
  if (part === 'familyStatus') return applyToFamily(context, file, sectionValues[part].parse(values));
  if (!file.children.some(({ id }) => id === subjectId)) throw new AppError('families.unknownChild', {}, 'notFound');
  if (part === 'childHealth') return applyToHealth(context, subjectId, sectionValues[part].parse(values));
  return applyToChild(context, file, subjectId, sectionValues[part].parse(values));
}

async function applyToAdult(context: Context, file: FamilyFile, personId: number, change: object): Promise<void> {
  const adult = [...file.guardians, ...file.contacts].find((one) => one.personId === personId);
  if (!adult) throw new AppError('families.unknownAdult', {}, 'notFound');
  const { otherFamilies: _, ...whole } = adult;
  await saveAdult(context, { ...merged(whole, change), familyId: file.id });
}

async function applyToChild(context: Context, file: FamilyFile, childId: number, change: object): Promise<void> {
  const { id: _, schoolName: __, className: ___, custody: ____, families: _____, hasPai: ______, flags, ...whole } = file.children.find(({ id }) => id === childId)!;
  await saveChild(context, { ...merged(whole, change), childId, flags: [...flags] });
}

async function applyToHealth(context: Context, childId: number, change: object): Promise<void> {
  await saveHealth(context, { ...merged(await knownHealth(context.db, childId), change), childId });
}

async function applyToFamily(context: Context, { id: familyId, version, zone, fund, fundNumber, flags, notes }: FamilyFile, change: object): Promise<void> {
  const values = merged({ familyId, version, zone, fund, fundNumber, flags: [...flags], notes }, change);
  if (values.fundNumber !== '' && values.fund === '') throw new AppError('portalDesk.fundMissing', {}, 'invalid', 'values.fund');
  await saveResidence(context, values);
}

export interface TickChange {
  readonly personId: number;
  readonly childId: number;
  readonly what: Tick;
  readonly value: boolean;
}

/** Brings ticks of "urgence" and "sortie" into the file, inside a write. */
export async function applyTicks(context: Context, familyId: number, ticks: readonly TickChange[]): Promise<void> {
  if (ticks.length === 0) return;
  const { version, pickups } = await fileNow(context, familyId);
  const wanted = new Map<string, { childId: number; personId: number; mayCollect: boolean; callInEmergency: boolean }>();
  for (const { personId, childId, what, value } of ticks) {
    const key = `${personId} ${childId}`;
    const known = wanted.get(key) ?? pickups.find((one) => one.personId === personId && one.childId === childId) ?? { childId, personId, mayCollect: false, callInEmergency: false };
    wanted.set(key, { ...known, [what]: value });
  }
  await savePickups(context, { familyId, version, pickups: [...wanted.values()] });
}
