import type { Level } from '../features/schools/schema';
import type { Custody } from '../features/families/schema';
import type { LocalDate, Weekday } from '../kernel/local-date';

/** An adult of the plan, before the program knows them. */
export interface AdultPlan {
  readonly civility: 'mr' | 'mrs';
  readonly lastName: string;
  readonly firstName: string;
  readonly relation: 'father' | 'mother' | 'grandparent';
  readonly birthOn: LocalDate;
  readonly email: string;
  readonly mobilePhone: string;
  readonly homePhone: string;
  readonly occupation: string;
  readonly employer: string;
  readonly maritalStatus: 'married' | 'civilUnion' | 'cohabiting' | 'single' | 'divorced' | 'unknown';
}

export interface ChildPlan {
  readonly lastName: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M';
  readonly birthOn: LocalDate;
  readonly level: Level;
  readonly diet: '' | 'sans-porc' | 'sans-viande' | 'sans-gluten';
  readonly pai: { readonly allergies: string; readonly instructions: string } | null;
  /** How the child eats at the canteen; null: goes home. */
  readonly canteen: CanteenPlan | null;
  /** What else the child is enrolled in. */
  readonly activities: readonly Habit[];
}

export interface CanteenPlan {
  /** Days that the child usually comes. */
  readonly days: readonly Weekday[];
  /** True: a usual week, booked without asking. False: each week is booked by itself. */
  readonly byUsualWeek: boolean;
}

/** A service and when the child comes there. */
export interface Habit extends CanteenPlan {
  readonly service: string;
}

export interface FamilyPlan {
  /** Stable name within the plan, for what refers to it. */
  readonly key: string;
  readonly guardians: readonly AdultPlan[];
  readonly contacts: readonly AdultPlan[];
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly zone: 'commune' | 'hors-commune';
  readonly fund: '' | 'CAF' | 'MSA' | 'autre';
  readonly fundNumber: string;
  /** Euros as typed ("722,50"); null: no proof given. */
  readonly quotient: string | null;
  readonly children: readonly ChildPlan[];
  /** The children also live here, their other home being this family of the plan. */
  readonly sharedWith: { readonly key: string; readonly custody: Custody } | null;
  /** Arrives during the school year, this many days before today; null: known since before it. */
  readonly arrivedDaysAgo: number | null;
}
