import { HOLIDAY_REGIONS } from '../../../../src-main/features/calendar/public-holidays';
import { BOUNDS } from './formulas';
import type { Field, Option } from './field';
import { isRow } from './field';

/** Words, families, calendar and services (§3 and §4 of the page on rulebooks). */

export const WORD: readonly Field[] = [{ key: 'label', label: 'Nom', type: 'text' }];
export const LABEL: Field = { key: 'label', label: 'Nom', type: 'text' };
export const SERVICES: Field = { key: 'services', label: 'Prestations', type: 'refs', list: 'services', optional: true, none: 'Aucune cochée : toutes les prestations.' };
export const ONLY_SERVICES: Field = { key: 'services', label: 'Prestations', type: 'refs', list: 'services' };
export const FIXED_LATER: Option = { value: null, label: 'À fixer' };

const has = (key: string) => (row: unknown): boolean => isRow(row) && key in row;
const lacks = (...keys: readonly string[]) => (row: unknown): boolean => isRow(row) && keys.every((key) => !(key in row));
const SPAN: readonly Field[] = [{ key: 'from', label: 'Du', type: 'date' }, { key: 'to', label: 'Au (compris)', type: 'date' }];

const measureFields: readonly Field[] = [
  { key: 'plus', label: 'Ce qui s’ajoute, séparé par des virgules', type: 'texts' },
  { key: 'minus', label: 'Ce qui se retire, séparé par des virgules', type: 'texts', optional: true },
  { key: 'dividedBy', label: 'Divisé par', type: 'text' },
];

export const MEASURE: readonly Field[] = [
  LABEL,
  {
    key: 'source', label: 'Valeur', type: 'shapes', keys: ['source', 'plus', 'minus', 'dividedBy'],
    shapes: [
      { label: 'déclarée, avec un justificatif', is: (row) => isRow(row) && row.source === 'declared', make: () => ({ source: 'declared' }) },
      { label: 'calculée par la commune', is: (row) => isRow(row) && row.source === 'computed', make: () => ({ source: 'computed', plus: ['ressources'], dividedBy: 'personnes' }), fields: measureFields },
    ],
  },
  {
    key: 'effective', label: 'Une nouvelle valeur compte', type: 'choice',
    options: [
      { value: 'nextMonth', label: 'le mois suivant le justificatif' }, { value: 'sameMonth', label: 'dès le mois du justificatif' }, { value: 'provedDay', label: 'le jour du justificatif' },
      FIXED_LATER, { value: undefined, label: 'Rien n’est dit (le mois suivant)' },
    ],
  },
  {
    key: 'missing', label: 'Sans justificatif', type: 'choice',
    options: [{ value: 'highest', label: 'le prix de la tranche la plus haute' }, { value: 'ask', label: 'pas de prix : la mairie tranche' }, FIXED_LATER, { value: undefined, label: 'Rien n’est dit' }],
  },
  { key: 'renewal', label: 'À renouveler chaque année le (facultatif)', type: 'monthDay', optional: true },
  {
    key: 'abatements', label: 'Abattements', type: 'rows', optional: true, one: 'l’abattement', add: 'Ajouter un abattement', make: () => ({ when: {}, amount: null }),
    fields: [{ key: 'amount', label: 'Retiré de la valeur', type: 'figure' }, { key: 'when', label: 'Pour qui', type: 'condition', place: 'family' }],
  },
  { key: 'highestWhen', label: 'Tranche la plus haute d’office', type: 'condition', place: 'family', optional: true, help: 'Par exemple les familles d’autres caisses.' },
];

export const SCALE: readonly Field[] = [
  { key: 'label', label: 'Nom', type: 'text', optional: true },
  { key: 'measure', label: 'Selon', type: 'ref', list: 'measures' },
  { key: 'rows', label: 'Tranches', type: 'rows', one: 'la tranche', add: 'Ajouter une tranche', fields: BOUNDS, make: () => ({}) },
];

export const ASSIMILATION: readonly Field[] = [
  LABEL, { key: 'when', label: 'Dans quel cas', type: 'condition', place: 'family' },
  { key: 'zone', label: 'La famille compte comme habitant', type: 'ref', list: 'zones' }, SERVICES,
];

export const SIBLINGS: readonly Field[] = [
  { key: 'among', label: 'Enfants comptés', type: 'choice', options: [{ value: 'family', label: 'tous ceux de la famille' }, { value: 'enrolled', label: 'les inscrits ce jour-là' }, { value: 'service', label: 'ceux de la prestation' }, { value: 'present', label: 'les présents ce jour-là' }] },
  { key: 'order', label: 'Du premier au dernier', type: 'choice', options: [{ value: 'oldestFirst', label: 'de l’aîné au plus jeune' }, { value: 'youngestFirst', label: 'du plus jeune à l’aîné' }] },
  { key: 'services', label: 'Compter dans ces prestations', type: 'refs', list: 'services', optional: true, none: 'Aucune cochée : la prestation dont il s’agit.' },
];

const by = (value: string) => (row: unknown): boolean => isRow(row) && row.by === value;
export const REGULAR: readonly Field[] = [
  SERVICES,
  {
    key: 'by', label: 'Est régulier', type: 'shapes', keys: ['by', 'minDays', 'minSharePercent', 'exceptWeekdays'],
    shapes: [
      { label: 'qui l’a demandé à l’inscription', is: by('declared'), make: () => ({ by: 'declared' }) },
      { label: 'qui a assez de jours habituels', is: by('usualWeek'), make: () => ({ by: 'usualWeek', minDays: 4 }), fields: [{ key: 'minDays', label: 'Jours habituels par semaine, au moins', type: 'count' }] },
      {
        label: 'qui est assez venu dans le mois', is: by('share'), make: () => ({ by: 'share', minSharePercent: '50' }),
        fields: [{ key: 'minSharePercent', label: 'Part des jours ouverts, au moins', type: 'figure', suffix: '%' }, { key: 'exceptWeekdays', label: 'Sans compter', type: 'weekdays', optional: true }],
      },
    ],
  },
];

const REGIONS: Readonly<Record<string, string>> = {
  57: 'Moselle', 67: 'Bas-Rhin', 68: 'Haut-Rhin', GP: 'Guadeloupe', MQ: 'Martinique', GF: 'Guyane', RE: 'La Réunion', YT: 'Mayotte', BL: 'Saint-Barthélemy', MF: 'Saint-Martin',
};

export const CALENDAR: readonly Field[] = [
  { key: 'officeWeekdays', label: 'Jours d’ouverture de la mairie', type: 'weekdays', optional: true, help: 'Aucun : du lundi au vendredi.' },
  { key: 'officeClosed', label: 'Mairie fermée aussi le', type: 'dates', optional: true },
  { key: 'extraHolidays', label: 'Jours fériés de la commune', type: 'dates', optional: true, help: 'Les jours fériés nationaux sont déjà connus.' },
  { key: 'holidayRegion', label: 'Jours fériés particuliers', type: 'choice', options: [{ value: undefined, label: 'aucun' }, ...HOLIDAY_REGIONS.map((region) => ({ value: region, label: REGIONS[region] ?? region }))] },
];

export const PERIOD: readonly Field[] = [LABEL, { key: 'kind', label: 'Sorte (trimestre, vacances…)', type: 'text', words: 'kinds', code: true }, ...SPAN];
export const BREAK: readonly Field[] = [{ key: 'label', label: 'Nom', type: 'text', optional: true }, ...SPAN];
export const CLOSURE: readonly Field[] = [
  { key: 'label', label: 'Motif', type: 'text', optional: true },
  {
    key: 'from', label: 'Fermé', type: 'shapes', keys: ['from', 'to', 'days'],
    shapes: [
      { label: 'd’un jour à un autre', is: has('from'), make: (version) => ({ from: version.from, to: version.from }), fields: SPAN },
      { label: 'certains jours', is: has('days'), make: (version) => ({ days: [version.from] }), fields: [{ key: 'days', label: 'Jours', type: 'dates' }] },
    ],
  },
  { ...SERVICES, label: 'Prestations fermées' },
];

const SESSION: readonly Field[] = [{ key: 'from', label: 'De', type: 'time' }, { key: 'to', label: 'À', type: 'time' }];

export const SERVICE: readonly Field[] = [
  LABEL,
  {
    key: 'kind', label: 'Sorte', type: 'choice',
    options: [
      { value: 'meal', label: 'Repas' }, { value: 'care', label: 'Garderie' }, { value: 'study', label: 'Étude' }, { value: 'snack', label: 'Goûter' }, { value: 'leisure', label: 'Accueil de loisirs' },
      { value: 'transport', label: 'Transport' }, { value: 'other', label: 'Autre' },
    ],
  },
  { key: 'unit', label: 'Mot sur la facture', type: 'text', help: 'repas, séance…' },
  {
    key: 'weekdays', label: 'Ouverture', type: 'shapes', keys: ['weekdays', 'opening'],
    shapes: [
      { label: 'les mêmes jours toute l’année', is: (row) => lacks('opening')(row), make: () => ({ weekdays: ['mon', 'tue', 'thu', 'fri'] }), fields: [{ key: 'weekdays', label: 'Jours d’ouverture, en période scolaire', type: 'weekdays' }] },
      {
        label: 'des jours qui changent avec la période', is: has('opening'), make: () => ({ opening: [{ weekdays: ['wed'] }] }),
        fields: [{
          key: 'opening', label: 'Ouverture selon la période', type: 'rows', one: 'la ligne', add: 'Ajouter une période', make: () => ({ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'] }),
          fields: [{ key: 'period', label: 'Période', type: 'ref', list: 'periods', optional: true, none: 'en dehors des autres lignes' }, { key: 'weekdays', label: 'Jours', type: 'weekdays' }],
        }],
      },
    ],
  },
  { key: 'periods', label: 'Seulement pendant', type: 'refs', list: 'kinds', optional: true, none: 'Aucune cochée : toute l’année.' },
  { key: 'openOnHolidays', label: 'Ouvert aussi les jours fériés', type: 'tick', optional: true },
  {
    key: 'session', label: 'Horaires', type: 'shapes', keys: ['session', 'sessions'],
    shapes: [
      { label: 'sans horaires', is: lacks('session', 'sessions'), make: () => ({}) },
      { label: 'd’une heure à une autre', is: has('session'), make: () => ({ session: { from: null, to: null } }), fields: [{ key: 'session', label: 'Séance', type: 'group', add: 'Ajouter des horaires', make: () => ({ from: null, to: null }), fields: SESSION }] },
      {
        label: 'en plusieurs fois', is: has('sessions'), make: () => ({ sessions: [{ from: null, to: null }] }),
        fields: [{ key: 'sessions', label: 'Séances', type: 'rows', one: 'la séance', add: 'Ajouter une séance', fields: SESSION, make: () => ({ from: null, to: null }) }],
      },
    ],
  },
  {
    key: 'clock', label: 'L’appel note', type: 'choice',
    options: [{ value: undefined, label: 'la présence seule' }, { value: 'none', label: 'la présence, sans heure' }, { value: 'arrival', label: 'l’heure d’arrivée' }, { value: 'departure', label: 'l’heure de départ' }, { value: 'both', label: 'l’arrivée et le départ' }],
  },
  { key: 'options', label: 'Options à cocher pour un jour', type: 'words', optional: true },
  {
    key: 'automatic', label: 'Comptée d’elle-même avec une autre prestation', type: 'group', optional: true, add: 'Compter d’elle-même avec une autre prestation', make: (version) => ({ with: version.services[0]?.id ?? '' }),
    fields: [{ key: 'with', label: 'Avec', type: 'ref', list: 'services' }, { key: 'when', label: 'Seulement si', type: 'condition', place: 'unit', optional: true }],
  },
  { key: 'commitment', label: 'Engagement', type: 'choice', options: [{ value: undefined, label: 'au jour' }, { value: 'day', label: 'au jour (dit dans le texte)' }, { value: 'month', label: 'au mois : un mois commencé est dû' }] },
  { key: 'careSharePercent', label: 'Part de garde, pour l’attestation fiscale (facultatif)', type: 'figure', optional: true, suffix: '%' },
];
