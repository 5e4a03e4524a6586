import type { RefusalWording } from '../../kernel/errors';

export const documentMessages = {
  'documents.empty': () => 'Ce fichier est vide. Choisissez-en un autre.',
  'documents.tooLarge': () => 'Ce fichier dépasse 10 Mo. Réduisez-le (une photo moins précise suffit) puis recommencez.',
  'documents.heic': () => 'Cette photo est au format HEIC, que tous les ordinateurs ne lisent pas. Dans les réglages de l’appareil photo, choisissez « Le plus compatible » (JPEG), ou envoyez une copie d’écran.',
  'documents.type': () => 'Seuls les fichiers PDF, JPEG et PNG sont acceptés. Ce fichier n’en est pas un, quel que soit son nom.',
  'documents.tooMany': () => 'Trop de fichiers attendent d’être envoyés. Envoyez ceux que vous avez choisis, puis recommencez.',
  'documents.uploadGone': () => 'Ce fichier n’est plus là. Choisissez-le à nouveau.',
} satisfies RefusalWording;
