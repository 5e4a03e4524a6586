import type { Field, Option, Shape } from './field';
import { isRow } from './field';
import { FIXED_LATER, LABEL, ONLY_SERVICES, SERVICES } from './blocks-words';

/** Deadlines, booking, admission, counters (§5 of the page on rulebooks). */

const COUNT: Field = {
  key: 'count', label: 'Comptés en', type: 'choice',
  options: [
    { value: 'working', label: 'jours ouvrés (lundi à vendredi, hors fériés)' }, { value: 'calendar', label: 'jours, tous comptés' }, { value: 'office', label: 'jours d’ouverture de la mairie' },
    { value: 'service', label: 'jours d’ouverture de la prestation' }, { value: undefined, label: 'jours, tous comptés (rien n’est dit)' },
  ],
};
const AT: Field = { key: 'at', label: 'Heure limite', type: 'time' };
const shape = (kind: string | null, label: string, made: object, fields: readonly Field[] = []): Shape => ({
  label, fields, is: (row) => isRow(row) && row.kind === kind, make: () => ({ kind, ...structuredClone(made) }),
});

/** The kinds of deadlines, each with its own fields. */
const DEADLINES: readonly Shape[] = [
  shape('before', 'Un nombre de jours avant', { days: 1, count: 'working', at: '10:00' }, [
    { key: 'days', label: 'Nombre de jours avant', type: 'count' }, COUNT, AT,
    { key: 'clear', label: 'Jours francs : autant de jours entiers entre les deux', type: 'tick', optional: true },
    { key: 'anchor', label: 'Compter depuis le début de la période', type: 'ref', list: 'kinds', optional: true, none: 'non, depuis le jour lui-même' },
  ]),
  shape('hours', 'Un nombre d’heures avant', { hours: 48 }, [
    { key: 'hours', label: 'Nombre d’heures avant', type: 'count', suffix: 'h' }, COUNT,
    { key: 'of', label: 'Avant quelle heure (facultatif)', type: 'time', optional: true, help: 'Vide : le début de la séance.' },
  ]),
  shape('table', 'Un jour de la semaine, selon le jour de la prestation', { rows: [{ weekday: 'thu', weeksBefore: 1, at: '10:00' }] }, [{
    key: 'rows', label: 'Limites', type: 'rows', one: 'la limite', add: 'Ajouter une limite', make: () => ({ weekday: 'thu', weeksBefore: 1, at: '10:00' }),
    fields: [
      { key: 'for', label: 'Pour', type: 'weekdays', optional: true, help: 'Aucun : les autres jours.' },
      { key: 'weekday', label: 'Jusqu’au', type: 'weekday' }, { key: 'weeksBefore', label: 'Semaines avant (0 : la même)', type: 'count' }, AT,
      { key: 'ifHolidayOn', label: 'Seulement les semaines où est férié', type: 'weekday', optional: true },
    ],
  }]),
  shape('monthDay', 'Un jour du mois', { day: 20, monthsBefore: 1, at: '24:00' }, [{ key: 'day', label: 'Le (1 à 28)', type: 'count' }, { key: 'monthsBefore', label: 'Mois avant', type: 'count' }, AT]),
  shape('dates', 'Des dates fixes', { rows: [] }, [{
    key: 'rows', label: 'Dates', type: 'rows', one: 'la ligne', add: 'Ajouter des dates', make: (version) => ({ from: version.from, to: version.from, until: null }),
    fields: [
      { key: 'from', label: 'Pour les jours du', type: 'date' }, { key: 'to', label: 'au (compris)', type: 'date' },
      { key: 'opens', label: 'Ouvert à partir du', type: 'instant', optional: true }, { key: 'until', label: 'Jusqu’au', type: 'instant' },
    ],
  }]),
  shape('none', 'À tout moment', {}), shape('never', 'Jamais', {}), shape(null, 'À fixer', {}),
];

export const DEADLINE: readonly Field[] = [
  LABEL,
  { key: 'kind', label: 'Limite', type: 'shapes', keys: ['kind', 'days', 'count', 'at', 'clear', 'anchor', 'hours', 'of', 'rows', 'day', 'monthsBefore'], shapes: DEADLINES },
  { key: 'strict', label: '« avant » : l’heure elle-même est trop tard', type: 'tick', optional: true, show: (row) => row.kind !== 'none' && row.kind !== 'never' },
  {
    key: 'ifClosed', label: 'Si la limite tombe un jour fermé', type: 'group', optional: true, add: 'Déplacer la limite quand elle tombe un jour fermé', make: () => ({ on: 'office', move: 'earlier' }), show: (row) => row.kind !== 'none' && row.kind !== 'never',
    fields: [
      { key: 'on', label: 'Jour fermé', type: 'choice', options: [{ value: 'office', label: 'mairie fermée' }, { value: 'holiday', label: 'jour férié' }, { value: 'working', label: 'jour non ouvré' }] },
      { key: 'move', label: 'La limite', type: 'choice', options: [{ value: 'earlier', label: 'est avancée' }, { value: 'later', label: 'est reportée' }] },
    ],
  },
];

const AFTER: readonly Option[] = [{ value: 'refuse', label: 'refusé' }, { value: 'late', label: 'accepté, noté hors délai' }, { value: 'ask', label: 'la mairie décide' }, FIXED_LATER, { value: undefined, label: 'Rien n’est dit' }];
const action = (key: string, label: string, add: string): Field => ({
  key, label, type: 'group', optional: true, add, make: (version) => ({ limit: version.deadlines[0]?.id ?? null, after: 'refuse' }),
  fields: [
    { key: 'limit', label: 'Jusqu’à', type: 'ref', list: 'deadlines' },
    { key: 'after', label: 'Après cette limite', type: 'choice', options: AFTER },
    { key: 'until', label: 'Hors délai accepté jusqu’à', type: 'ref', list: 'deadlines', optional: true, none: 'sans autre limite', show: (row) => row.after === 'late' || 'until' in row },
    { key: 'opens', label: 'Pas avant', type: 'ref', list: 'deadlines', optional: true, none: 'sans date d’ouverture' },
    { key: 'inTime', label: 'Même à temps', type: 'choice', options: [{ value: undefined, label: 'accepté d’office' }, { value: 'ask', label: 'la mairie décide' }] },
  ],
});

export const BOOKING: readonly Field[] = [
  { key: 'label', label: 'Nom (facultatif)', type: 'text', optional: true },
  ONLY_SERVICES,
  { key: 'when', label: 'Pour qui, dans quel cas', type: 'condition', place: 'decision', optional: true },
  action('book', 'Réserver', 'Dire jusqu’à quand réserver'), action('cancel', 'Annuler', 'Dire jusqu’à quand annuler'),
  action('change', 'Modifier', 'Dire jusqu’à quand modifier'), action('enrol', 'S’inscrire', 'Dire jusqu’à quand s’inscrire'),
  { key: 'unbooked', label: 'Un enfant vient sans réservation', type: 'choice', options: [{ value: 'accept', label: 'il est accueilli' }, { value: 'refuse', label: 'il est refusé' }, FIXED_LATER, { value: undefined, label: 'Rien n’est dit' }] },
  {
    key: 'payment', label: 'Payer en réservant', type: 'group', optional: true, add: 'Faire payer en réservant', make: () => ({ holdMinutes: 20, latePayment: 'bookElseCredit' }),
    fields: [
      { key: 'holdMinutes', label: 'Panier gardé', type: 'count', optional: true, suffix: 'min' },
      { key: 'by', label: 'Payé au plus tard', type: 'ref', list: 'deadlines', optional: true, none: 'sans autre limite' },
      { key: 'latePayment', label: 'Un paiement en retard', type: 'choice', options: [{ value: 'bookElseCredit', label: 'réserve s’il reste une place, sinon va au porte-monnaie' }, { value: 'credit', label: 'va au porte-monnaie' }] },
    ],
  },
  {
    key: 'priority', label: 'Ordre de la liste d’attente', type: 'rows', optional: true, one: 'la priorité', add: 'Ajouter une priorité', make: () => ({ label: 'Priorité', when: {} }),
    fields: [LABEL, { key: 'when', label: 'Pour qui', type: 'condition', place: 'decision' }],
  },
];

export const ADMISSION: readonly Field[] = [
  LABEL,
  { key: 'actions', label: 'Concerne', type: 'ticks', options: [{ value: 'book', label: 'réserver' }, { value: 'change', label: 'modifier' }, { value: 'cancel', label: 'annuler' }, { value: 'enrol', label: 's’inscrire' }, { value: 'usualWeek', label: 'la semaine habituelle, suspendue' }] },
  SERVICES,
  { key: 'when', label: 'Dans quel cas', type: 'condition', place: 'decision', optional: true },
  { key: 'outcome', label: 'Réponse', type: 'choice', options: [{ value: 'refused', label: 'refusé' }, { value: 'ask', label: 'la mairie décide' }, { value: 'late', label: 'accepté hors délai' }, { value: 'accepted', label: 'accepté' }] },
  { key: 'message', label: 'Ce que lisent les parents', type: 'text', long: true },
];

export const PER: Field = { key: 'per', label: 'Compté', type: 'choice', options: [{ value: 'child', label: 'par enfant' }, { value: 'family', label: 'par famille' }] };

export const COUNTER: readonly Field[] = [
  LABEL,
  { key: 'counts', label: 'Compte', type: 'ref', list: 'events' },
  SERVICES, PER, { key: 'every', label: 'Repart de zéro chaque', type: 'window' },
  { key: 'graceMinutes', label: 'Minutes pardonnées (facultatif)', type: 'count', optional: true },
  { key: 'windowOf', label: 'Pour une demande, compter la période', type: 'choice', options: [{ value: undefined, label: 'du jour de la prestation' }, { value: 'serviceDay', label: 'du jour de la prestation (dit dans le texte)' }, { value: 'now', label: 'du jour de la demande' }] },
];
