import type { BackupLine, BackupReason } from '../../../src-main/features/backups/schema';
import { counted } from '../../../src-main/kernel/text';
import type { Choice } from '../ui/choice';

export const REASON_WORDS: Readonly<Record<BackupReason, string>> = {
  daily: 'Chaque jour',
  asked: 'Demandée',
  migration: 'Avant une mise à jour',
  issue: 'Avant une facturation',
  restore: 'Avant une restauration',
};

/** Where a backup lies. */
export function placeWords({ place, isTwice }: Pick<BackupLine, 'place' | 'isTwice'>): string {
  if (place === 'second') return 'Second dossier seulement';
  return isTwice ? 'Ici et second dossier' : 'Ici';
}

const figure = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const UNITS = ['Ko', 'Mo', 'Go', 'To'] as const;

/** "640 Ko", "12,4 Mo". */
export function sizeWords(bytes: number): string {
  let value = Math.max(bytes, 1000) / 1000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${figure.format(unit === 0 || value >= 100 ? Math.round(value) : value)}\u00a0${UNITS[unit]}`;
}

/** How a backup answered when it was reopened; `moment` words an instant. */
export function checkWords({ check }: Pick<BackupLine, 'check'>, moment: (at: string) => string): string {
  if (!check) return 'Pas encore vérifiée';
  if (check.problem) return check.problem;
  const missing = check.missingFiles > 0 ? `, ${counted(check.missingFiles, 'document manque', 'documents manquent')}` : '';
  return `Vérifiée le ${moment(check.at)}${missing}`;
}

export const HOURS: readonly Choice<number>[] = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${hour}\u00a0h` }));
