import type { RefusalDetails, RefusalWording } from '../../kernel/errors';
import { formatDate, formatDay } from '../../kernel/french-dates';
import { localDate } from '../../kernel/local-date';
import { counted, enumerated } from '../../kernel/text';
import { of } from './wording';

const dayIn = (details: RefusalDetails): string => (typeof details.day === 'string' ? formatDay(localDate(details.day)) : 'certains jours');
const families = ({ names }: RefusalDetails): string => enumerated(Array.isArray(names) ? names : []);

export const familyMessages = {
  'families.unknown': () => 'Cette famille n’existe pas ou n’existe plus.',
  'families.unknownAdult': () => 'Cette personne ne fait pas ou plus partie de la famille. Rechargez la page.',
  'families.unknownPerson': () => 'Cette personne n’existe pas ou n’existe plus.',
  'families.unknownChild': () => 'Cet enfant n’existe pas ou n’existe plus.',
  'families.unknownQuotient': () => 'Ce quotient n’existe pas ou n’existe plus.',
  'families.archived': ({ name }) => `La famille ${name} est archivée. Restaurez-la pour la modifier.`,
  'families.alreadyIn': ({ name }) => `${name} fait déjà partie de cette famille.`,
  'families.lastGuardian': ({ name }) => `${name} est le seul responsable de la famille. Ajoutez d’abord un autre responsable.`,
  'families.birthInFuture': () => 'Cette date de naissance est dans le futur. Vérifiez l’année.',
  'families.proofInFuture': () => 'La date du justificatif est dans le futur. Vérifiez l’année.',
  'families.schoolArchived': ({ name }) => `« ${name} » est archivée : choisissez une autre école.`,
  'families.classArchived': ({ name }) => `La classe « ${name} » est archivée : choisissez une autre classe.`,
  'families.classElsewhere': ({ className, schoolName }) => `La classe « ${className} » n’est pas à « ${schoolName} ». Choisissez une classe de cette école.`,
  'families.levelElsewhere': ({ level, className, levels }) =>
    `La classe « ${className} » n’a pas de niveau ${level} : elle accueille ${enumerated(Array.isArray(levels) ? levels : [])}.`,
  'families.pickupElsewhere': () => 'Cette personne ou cet enfant ne fait plus partie de la famille. Rechargez la page, puis refaites votre choix.',
  'families.custodyAlone': () => 'Cet enfant n’est que dans une famille : elle réserve et paie tous les jours. Choisissez « toujours ».',
  'families.custodyBoth': (details) =>
    `Les familles ${families(details)} auraient toutes les deux l’enfant ${prefixed(details)}. Donnez à l’une l’inverse de l’autre : semaines paires et impaires, ou dates choisies et tous les autres jours.`,
  'families.custodyNone': (details) =>
    `Ni la famille ${families(details).replace(' et ', ' ni la famille ')} n’aurait l’enfant ${prefixed(details)}. Donnez à l’une l’inverse de l’autre : semaines paires et impaires, ou dates choisies et tous les autres jours.`,
  'families.custodyNoDates': () => 'Indiquez au moins une période pour « dates choisies ».',
  'families.custodyTwice': () => 'La même famille est choisie deux fois.',
  'families.childInUse': ({ name, enrolments, bookings }) =>
    `La fiche ${of(String(name))} ne peut pas être supprimée : elle a ${counted(Number(enrolments), 'inscription', 'inscriptions')} et ${counted(Number(bookings), 'réservation', 'réservations')}. Mettez fin aux inscriptions, ou archivez la famille.`,
  'families.childHasPapers': ({ name }) => `La fiche ${of(String(name))} ne peut pas être supprimée : des documents ont été envoyés pour cet enfant. Archivez la famille.`,
  'families.quotientTaken': ({ value, day }) =>
    `Un quotient de ${value} est déjà enregistré à partir du ${formatDate(localDate(String(day)))}. Retirez-le d’abord, ou changez la date d’effet.`,
  'families.quotientWithdrawn': () => 'Ce quotient a déjà été retiré.',
  'families.healthChanged': () => 'Quelqu’un d’autre a modifié ces données de santé entre-temps. Rouvrez-les pour voir ses changements, puis refaites les vôtres.',
} satisfies RefusalWording;

function prefixed(details: RefusalDetails): string {
  const day = dayIn(details);
  return day === 'certains jours' ? day : `le ${day}`;
}
