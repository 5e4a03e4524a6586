import type { RefusalWording } from '../../kernel/errors';
import { formatDay } from '../../kernel/french-dates';
import { localDate } from '../../kernel/local-date';

export const attendanceMessages = {
  'attendance.futureDay': ({ day }) => `Le ${formatDay(localDate(String(day)))} n’est pas encore venu : l’appel se fait le jour même ou après.`,
  'attendance.noService': () => 'Ce service n’existe pas dans le règlement de ce jour. Rechargez la page.',
  'attendance.unknownChild': () => 'Cet enfant n’existe pas ou n’existe plus. Rechargez la page.',
  'attendance.noFamily': ({ name }) => `${name} n’appartient à aucune famille active : restaurez d’abord sa famille.`,
  'attendance.twice': ({ name }) => `${name} figure deux fois dans cet enregistrement. Rechargez la page.`,
  'attendance.leftBeforeCame': ({ name, arrival, departure }) => `${name} : le départ (${departure}) doit venir après l’arrivée (${arrival}).`,
  'attendance.leftBeforeStart': ({ name, departure, from }) => `${name} : le départ (${departure}) doit venir après le début du service (${from}).`,
  'attendance.cameAfterEnd': ({ name, arrival, to }) => `${name} : l’arrivée (${arrival}) doit venir avant la fin du service (${to}).`,
  'attendance.toldInFuture': () => 'L’heure à laquelle la famille a prévenu est dans le futur. Vérifiez-la.',
  'attendance.receivedInFuture': () => 'Ce certificat ne peut pas avoir été reçu dans le futur. Vérifiez le jour et l’heure.',
  'attendance.tooLong': () => 'Une absence s’écrit pour un an au plus.',
  'attendance.periodTooLong': () => 'Choisissez une période d’un an au plus.',
  'attendance.withdrawn': () => 'Cela n’existe pas, ou a déjà été retiré. Rechargez la page.',
  'attendance.classOfOtherSchool': () => 'Cette classe n’est pas dans l’école choisie.',
  'attendance.notYours': () => 'Cet enfant ne fait pas partie de votre foyer. Rechargez la page.',
} satisfies RefusalWording;
