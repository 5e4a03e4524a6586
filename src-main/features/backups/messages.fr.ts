import type { RefusalDetails, RefusalWording } from '../../kernel/errors';

/** Why a backup does not restore, after "Cette sauvegarde". */
const PROBLEMS: Readonly<Record<string, string>> = {
  unreadable: 'ne peut pas être lue : des fichiers manquent ou sont abîmés',
  hash: 'est abîmée : son contenu n’est plus celui qui a été écrit',
  integrity: 'est abîmée : la base qu’elle contient ne se lit pas entièrement',
  links: 'contient des informations qui se contredisent',
  counts: 'est incomplète : elle ne contient pas tout ce qu’elle annonce',
  newer: 'vient d’une version plus récente de Préau',
  diverges: 'vient d’une autre version de Préau, incompatible avec celle-ci',
};
export const problemSentence = (problem: string): string => `Cette sauvegarde ${PROBLEMS[problem] ?? PROBLEMS.unreadable}.`;

const megabytes = (bytes: unknown): string => `${Math.max(1, Math.ceil(Number(bytes) / 1_000_000)).toLocaleString('fr-FR')}\u00a0Mo`;
const room = ({ needed, free }: RefusalDetails): string =>
  (needed === undefined ? '' : ` Il faut ${megabytes(needed)}, il reste ${megabytes(free)}.`);
const where = ({ folder }: RefusalDetails): string => (folder ? `« ${String(folder)} »` : 'des sauvegardes');

export const backupMessages = {
  'backups.busy': () => 'Une sauvegarde ou une restauration est déjà en cours. Attendez qu’elle se termine.',
  'backups.notFound': ({ backup }) => `La sauvegarde ${backup ? `« ${String(backup)} » ` : ''}n’existe pas ou n’existe plus.`,
  'backups.damaged': ({ problem }) => `${problemSentence(String(problem))} Rien n’a été changé. Choisissez-en une autre.`,
  'backups.newer': ({ program }) => `Cette sauvegarde vient d’une version plus récente de Préau${program ? ` (${String(program)})` : ''}. Mettez d’abord Préau à jour ; rien n’a été changé.`,
  'backups.madeDamaged': ({ problem }) => `La sauvegarde a été faite mais ne passe pas la vérification. ${problemSentence(String(problem))} Vérifiez le disque de l’ordinateur.`,
  'backups.diskFull': (details) => `Le disque du dossier ${where(details)} est plein.${room(details)} Libérez de la place puis recommencez ; les sauvegardes précédentes sont intactes.`,
  'backups.diskBroken': (details) => `Le disque du dossier ${where(details)} ne relit pas ce qui y est écrit. Changez de disque.`,
  'backups.databaseDamaged': () => 'La base de données est abîmée : elle ne peut plus être copiée. Restaurez la dernière sauvegarde vérifiée.',
  'backups.folderGone': (details) => `Le dossier ${where(details)} est introuvable. Branchez le disque, ou choisissez un autre dossier.`,
  'backups.folderRelative': () => 'Écrivez le chemin complet du dossier, par exemple E:\\Sauvegardes ou /media/sauvegardes.',
  'backups.folderUnwritable': (details) => `Le dossier ${where(details)} ne peut pas être écrit. Donnez les droits d’écriture, ou choisissez un autre dossier.`,
  'backups.folderWithinData': () => 'Ce dossier est dans celui des données de Préau : une panne emporterait les deux. Choisissez un dossier d’un autre disque.',
  'backups.failed': () => 'La sauvegarde a échoué pour une raison imprévue. Recommencez ; si cela se répète, prévenez la personne qui s’occupe de l’informatique.',
} satisfies RefusalWording;
