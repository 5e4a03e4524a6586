import type { Case } from './case';
import { firstHolding } from './conditions';
import type { AbsenceRow } from './schema';

/** Step 1: the first absence row that matches an absent unit; null: none, it is due in full. */
export function absenceOf(one: Case): { row: AbsenceRow; unsure: boolean } | null {
  const rules = one.service === null ? undefined : one.rules.services.get(one.service);
  return firstHolding(rules?.absences ?? [], one);
}
