import type { RefusalWording } from '../../kernel/errors';

export const documentMessages = {
  'documents.empty': () => 'Ce fichier est vide. Choisissez-en un autre.',
  'documents.tooLarge': () => 'Ce fichier dépasse 10 Mo. Réduisez-le (une photo moins précise suffit) puis recommencez.',
  'documents.cutShort': () => 'La connexion s’est coupée pendant l’envoi de ce fichier. Recommencez.',
  'documents.heic': () => 'Cette photo est au format HEIC, que tous les ordinateurs ne lisent pas. Dans les réglages de l’appareil photo, choisissez « Le plus compatible » (JPEG), ou envoyez une copie d’écran.',
  'documents.type': () => 'Seuls les fichiers PDF, JPEG et PNG sont acceptés. Ce fichier n’en est pas un, quel que soit son nom.',
  'documents.tooMany': () => 'Trop de fichiers attendent d’être envoyés. Envoyez ceux que vous avez choisis, puis recommencez.',
  'documents.uploadGone': () => 'Ce fichier n’est plus là. Choisissez-le à nouveau.',
  'documents.unknownService': () => 'Aucun enfant n’est inscrit à cette prestation. Choisissez-en une autre.',
  'documents.withdrawn': () => 'Ce document a été retiré du portail : il ne se modifie plus. Publiez-le à nouveau.',
  'documents.kindTaken': ({ name }) => `« ${String(name)} » est déjà demandé. Choisissez un autre nom.`,
  'documents.kindInUse': ({ name }) => `Des familles ont déjà envoyé « ${String(name)} » : cette pièce ne peut plus changer d’objet. Ajoutez-en une autre.`,
  'documents.chooseChild': () => 'Ce document est demandé pour un enfant : choisissez lequel.',
  'documents.aboutFamily': () => 'Ce document est demandé pour la famille entière, pas pour un enfant.',
  'documents.nameMissing': () => 'Donnez un nom à ce document.',
  'documents.endMissing': () => 'Ce document doit être renouvelé : indiquez jusqu’à quand il est valable.',
  'documents.endPast': () => 'Cette date est passée : le document ne serait déjà plus valable.',
  'documents.healthPaper': () => 'Ce document contient des données de santé. Seules les personnes qui en ont le droit peuvent l’ouvrir et le valider.',
  'documents.replaced': () => 'La famille a envoyé un autre document à la place de celui-ci. Rechargez la liste pour le voir.',
  'documents.decidedMeanwhile': ({ by, words }) => `${by ? `${String(by)} s’en est déjà occupé` : 'Ce document a changé entre-temps'} : ${String(words)}. Rechargez la page pour continuer.`,
} satisfies RefusalWording;
