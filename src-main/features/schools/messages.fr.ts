import type { RefusalDetails, RefusalWording } from '../../kernel/errors';
import { counted } from '../../kernel/text';

const childrenIn = ({ count }: RefusalDetails): string => counted(Number(count), 'enfant y est encore', 'enfants y sont encore');

export const schoolMessages = {
  'schools.unknown': () => 'Cette école n’existe pas ou n’existe plus.',
  'schools.unknownClass': () => 'Cette classe n’existe pas ou n’existe plus.',
  'schools.nameTaken': ({ name }) => `Une école s’appelle déjà « ${name} ». Choisissez un autre nom.`,
  'schools.nameTakenArchived': ({ name }) => `Une école archivée s’appelle déjà « ${name} ». Restaurez-la ou choisissez un autre nom.`,
  'schools.classTaken': ({ name }) => `Cette école a déjà une classe « ${name} ». Choisissez un autre nom.`,
  'schools.classTakenArchived': ({ name }) => `Cette école a déjà une classe archivée « ${name} ». Restaurez-la ou choisissez un autre nom.`,
  'schools.schoolInUse': (details) => `Cette école ne peut pas être archivée : ${childrenIn(details)}. Changez d’abord leur école.`,
  'schools.classInUse': (details) => `Cette classe ne peut pas être archivée : ${childrenIn(details)}. Changez d’abord leur classe.`,
  'schools.levelInUse': ({ level, count }) =>
    `Le niveau ${level} ne peut pas être retiré : ${counted(Number(count), 'enfant de ce niveau est', 'enfants de ce niveau sont')} dans la classe. Changez d’abord leur niveau ou leur classe.`,
  'schools.archived': ({ name }) => `« ${name} » est archivée. Restaurez-la d’abord.`,
} satisfies RefusalWording;
