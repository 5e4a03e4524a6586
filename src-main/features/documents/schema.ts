/** The shapes of documents: what the town hands out, and the papers that families send. */
export * from './published-schema';
export * from './papers-schema';
