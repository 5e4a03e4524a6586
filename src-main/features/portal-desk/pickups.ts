import { fullName } from '../families/wording';
import type { Adult } from '../families/schema';
import type { Desk } from './desk';
import type { PICKUP_LABELS } from './fields';
import { tickRuleOf } from './rules';
import type { PickupCell, ProfilePickups } from './schema';
import { outcomeOf } from './sections';

export type Tick = keyof typeof PICKUP_LABELS;
/** "Urgence" before "Sortie", as the guides' table. */
export const TICKS: readonly Tick[] = ['callInEmergency', 'mayCollect'];

/** What is ticked for an adult and a child. */
export const isTicked = ({ file }: Pick<Desk, 'file'>, personId: number, childId: number, what: Tick): boolean =>
  file.pickups.some((pickup) => pickup.personId === personId && pickup.childId === childId && pickup[what]);

const tickWords = (value: string): string => (value === 'yes' ? 'coché' : 'décoché');

/** Whom to call and who may collect each child; null when it is hidden or there are no children. */
export function profilePickups(desk: Desk): ProfilePickups | null {
  const { file } = desk;
  const rows = [...file.guardians, ...file.contacts].map((adult) => ({ personId: adult.personId, name: fullName(adult), cells: cellsOf(desk, adult) })).filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return null;
  return {
    editable: rows.some(({ cells }) => cells.some(({ rule }) => rule !== 'readOnly')),
    children: file.children.map(({ id, firstName }) => ({ childId: id, name: firstName })),
    rows,
  };
}

function cellsOf(desk: Desk, adult: Adult): PickupCell[] {
  const rule = tickRuleOf(desk, adult);
  if (rule === 'hidden') return [];
  const { personId } = adult;
  return desk.file.children.flatMap(({ id: childId }) => TICKS.map((what) => ({
    childId, what, value: isTicked(desk, personId, childId, what), rule,
    ...outcomeOf(desk, { personId, childId, part: 'pickups', field: what }, tickWords),
  })));
}
