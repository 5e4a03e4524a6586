/** The shapes of payments: what staff type, and what the pages and the portal read. */
export * from './means';
export * from './receipt-schema';
export * from './shape/inputs';
export type * from './shape/answers';
