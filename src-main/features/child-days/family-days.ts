import type { Enrolment } from '../enrolments/schema';
import type { FamilyFacts } from '../families/schema';
import type { Calendar, Days } from '../rulebook/schema';
import type { AbsenceFact, CalledDay, DecidedDay } from './schema';

/** All that is known of some families over a period, as records and as the rulebook's facts. */
export interface FamilyDays {
  readonly families: readonly FamilyFacts[];
  readonly enrolments: readonly Enrolment[];
  readonly decided: readonly DecidedDay[];
  /** The same by `dayKey`. */
  readonly decidedByKey: ReadonlyMap<string, DecidedDay>;
  /** Roll calls, and why children stay away. */
  readonly called: readonly CalledDay[];
  readonly calledByKey: ReadonlyMap<string, CalledDay>;
  readonly absences: readonly AbsenceFact[];
  readonly calendar: Calendar;
  readonly timeZone: string;
  /** The days loaded: the period, widened to the windows that the rulebook looks at. */
  readonly window: Days;
}
