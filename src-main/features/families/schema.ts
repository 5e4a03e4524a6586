/** The shapes of families: what staff type, and what the pages and the other features read. */
export * from './shape/custody';
export type * from './shape/facts';
export { FUNDS } from './shape/family';
