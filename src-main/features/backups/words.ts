import { counted } from '../../kernel/text';
import type { Manifest } from '../../platform/backup/manifest';
import type { BackupProgress } from '../../platform/backup/backups';

const THINGS: readonly (readonly [table: string, one: string, many: string])[] = [
  ['families', 'famille', 'familles'], ['children', 'enfant', 'enfants'], ['invoices', 'facture', 'factures'],
];

/** What a backup holds: "214 familles, 312 enfants, 1 032 factures". */
export function holdsWords(manifest: Manifest | null): string {
  if (!manifest) return '';
  return THINGS.flatMap(([table, one, many]) => {
    const count = manifest.counts[table];
    return count === undefined ? [] : [counted(count, one, many)];
  }).join(', ');
}

const STEPS: Readonly<Record<BackupProgress['step'], string>> = {
  database: 'Copie de la base',
  files: 'Copie des documents',
  check: 'Vérification',
  second: 'Copie vers le second dossier',
  prepare: 'Préparation',
  restart: 'Redémarrage',
};

/** What is being done: "Copie des documents, 12 sur 340". */
export function progressWords({ step, done, total }: BackupProgress): string {
  return total > 1 ? `${STEPS[step]}, ${done} sur ${total}` : STEPS[step];
}
