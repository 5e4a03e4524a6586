import house from './0001-house.sql?raw';
import rollCall from './0002-roll-call.sql?raw';
import money from './0003-money.sql?raw';
import backups from './0004-backups.sql?raw';
import portalSettings from './0005-portal-settings.sql?raw';
import documents from './0006-documents.sql?raw';
import messages from './0007-messages.sql?raw';
import profile from './0008-profile.sql?raw';
import news from './0009-news.sql?raw';

/** Forward-only migrations in order; a file that has shipped never changes. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-house', sql: house },
  { name: '0002-roll-call', sql: rollCall },
  { name: '0003-money', sql: money },
  { name: '0004-backups', sql: backups },
  { name: '0005-portal-settings', sql: portalSettings },
  { name: '0006-documents', sql: documents },
  { name: '0007-messages', sql: messages },
  { name: '0008-profile', sql: profile },
  { name: '0009-news', sql: news },
];

export interface Migration {
  readonly name: string;
  readonly sql: string;
}
