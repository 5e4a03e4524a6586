import type { RefusalWording } from '../../kernel/errors';

export const townMessages = {
  'town.notSetUp': () => 'Préau n’est pas encore installé pour une commune. Terminez d’abord le premier démarrage.',
  'town.alreadySetUp': () => 'La commune est déjà installée. Connectez-vous.',
  'town.logoType': () => 'Ce fichier n’est pas une image PNG ou JPEG. Choisissez un autre fichier.',
  'town.logoSize': () => 'Cette image est trop lourde : 500 Ko au plus. Réduisez-la puis recommencez.',
} satisfies RefusalWording;
