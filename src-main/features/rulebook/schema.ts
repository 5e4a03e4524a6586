/** The shapes of a rulebook file, of the facts it is applied to and of what comes out. */
export { timing, WINDOWS, REASONS } from './shape/words';
export type { Fund, Range, Reason, Status, Timing, Window, Word } from './shape/words';
export { condition } from './shape/conditions';
export type { Condition, Facet } from './shape/conditions';
export { formula } from './shape/formulas';
export type {
  Bounds, BracketRow, Brackets, Choose, Formula, Ladder, Multiple, PriceOf, Rate, Scale, ScaledBrackets, Slices, Sum,
} from './shape/formulas';
export { calendar, service, serviceKind } from './shape/services';
export type { Assimilation, Calendar, Closure, Measure, Period, Regular, Service, ServiceKind, Siblings } from './shape/services';
export { action, ACTIONS, outcome } from './shape/deadlines';
export type { Action, ActionRule, Admission, BookingRow, Counting, Deadline, Outcome, Payment, TableRow } from './shape/deadlines';
export { TRIGGERS } from './shape/pricing';
export type {
  AbsenceCharge, AbsenceRow, Adjustment, Aid, Billing, Bundle, Charge, Counter, PriceRow, Rounding, Trigger,
} from './shape/pricing';
export { FORMAT, rulebook, version } from './shape/rulebook';
export type { Note, Rulebook, Version } from './shape/rulebook';
export { scenario } from './shape/scenario';
export type { Account, Child, Days, Enrolment, Event, Expectation, Facts, Family, MeasureEntry, Scenario } from './shape/scenario';
export type { CartState, Decision, Finding, Line, LineKind, Result } from './shape/result';
