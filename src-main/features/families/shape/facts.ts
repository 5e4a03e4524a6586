import type { LocalDate } from '../../../kernel/local-date';
import type { CustodyLink } from './custody';
import type { Fund } from './words';

/** What other features need to know of families: facts for the rulebook, and whose children are whose. */

/** A fact that staff ticked on a family or a child, with optional dates (both included). */
export interface Flag {
  readonly id: string;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** One value of a measure's history; withdrawn entries are left out. */
export interface MeasureFact {
  readonly measure: string;
  /** Exact decimal: "722.50". */
  readonly value: string;
  readonly fromOn: LocalDate;
  readonly provedOn: LocalDate | null;
}

export interface ChildFacts {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthOn: LocalDate | null;
  readonly level: string;
  readonly schoolCode: string | null;
  readonly category: string;
  readonly flags: readonly Flag[];
  /** The child's place in every family that is not archived, this one included. */
  readonly custody: readonly CustodyLink[];
}

export interface FamilyFacts {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  readonly zone: string;
  readonly fund: Fund;
  readonly flags: readonly Flag[];
  /** The history of each measure, the oldest first. */
  readonly measures: readonly MeasureFact[];
  /** In the family's order. */
  readonly children: readonly ChildFacts[];
}

/** A child as a parent knows it. */
export interface ChildOfPerson {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly schoolName: string;
  readonly className: string;
  readonly level: string;
  /** The families in which this person is a guardian of the child. */
  readonly familyIds: readonly number[];
}
