import type { RefusalWording } from '../kernel/errors';

/** Refusals that belong to no feature. */
export const platformMessages = {
  signedOut: () => 'Votre session est terminée. Connectez-vous pour continuer ; ce que vous avez saisi reste à l’écran.',
  forbidden: () => 'Vous n’avez pas le droit de faire cela. Adressez-vous à la personne qui administre Préau.',
  notFound: () => 'Cet élément n’existe pas ou n’existe plus.',
  changedMeanwhile: () => 'Quelqu’un d’autre a modifié ces informations entre-temps. Rechargez pour voir ses changements, puis refaites les vôtres.',
  'platform.folderUnwritable': ({ folder }) => `Le dossier de données ${folder} ne peut pas être écrit. Choisissez-en un autre avec PREAU_DATA ou donnez les droits d’écriture.`,
  'platform.folderInUse': ({ folder }) => `Préau est déjà ouvert sur le dossier de données ${folder}. Fermez l’autre fenêtre ou choisissez un autre dossier avec PREAU_DATA.`,
  'platform.databaseNewer': () => 'La base de données vient d’une version plus récente de Préau. Installez cette version pour l’ouvrir ; rien n’a été modifié.',
  'platform.databaseDiverges': () => 'La base de données a été modifiée par une autre version de Préau, incompatible avec celle-ci. Rien n’a été modifié.',
  'platform.databaseDamaged': ({ folder }) => `La base de données du dossier ${folder} est illisible. Restaurez la dernière sauvegarde du dossier « backups » avec la commande --restore (voir la documentation, « backup.md »).`,
  'platform.portInUse': ({ port }) => `Le port ${port} est déjà utilisé par un autre programme. Choisissez-en un autre avec PREAU_STAFF_PORT ou PREAU_PORTAL_PORT.`,
  'platform.portForbidden': ({ port }) => `Le port ${port} ne peut pas être ouvert par ce compte. Choisissez un port au-dessus de 1024.`,
  'platform.addressUnavailable': ({ address }) => `L’adresse ${address} n’existe pas sur cette machine.`,
  'files.diskFull': () => 'Le disque est plein : le fichier n’a pas pu être enregistré. Libérez de la place, puis recommencez ; rien n’est perdu.',
  'files.missing': () => 'Ce fichier n’est plus dans le dossier de données. Restaurez-le depuis une sauvegarde, ou recommencez l’impression.',
  'files.damaged': () => 'Ce fichier a été abîmé sur le disque : il n’est pas montré. Restaurez-le depuis une sauvegarde, ou recommencez l’impression.',
  'papers.noBrowser': ({ how }) => `Aucun navigateur n’a été trouvé sur cet ordinateur pour fabriquer les PDF : ${how}, puis recommencez. Le reste de Préau continue de fonctionner.`,
  'papers.printFailed': () => 'Le PDF n’a pas pu être fabriqué : le navigateur s’est arrêté plusieurs fois de suite. Recommencez dans un instant ; le détail est dans le journal technique.',
} satisfies RefusalWording;
