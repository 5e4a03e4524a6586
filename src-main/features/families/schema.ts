/** The shapes of families: what staff type, and what the pages and the other features read. */
export * from './shape/words';
export * from './shape/adult';
export * from './shape/child';
export * from './shape/custody';
export * from './shape/family';
export * from './shape/quotient';
export * from './shape/search';
export { flags } from './shape/flags';
export type { ChildFacts, ChildOfPerson, FamilyFacts, Flag, MeasureFact } from './shape/facts';
