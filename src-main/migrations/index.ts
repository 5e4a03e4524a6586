import house from './0001-house.sql?raw';

/** Forward-only migrations in order; a file that has shipped never changes. */
export const MIGRATIONS: readonly Migration[] = [{ name: '0001-house', sql: house }];

export interface Migration {
  readonly name: string;
  readonly sql: string;
}
