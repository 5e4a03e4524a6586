import type { LocalDate } from '../../kernel/local-date';
import { familyInCharge } from '../families/custody';
import type { ChildFacts, FamilyFacts } from '../families/schema';

/** True when this family books and pays for the child on the day. */
export const isInCharge = (family: FamilyFacts, child: ChildFacts, day: LocalDate): boolean =>
  child.custody.length < 2 || familyInCharge(child.custody, day) === family.id;
