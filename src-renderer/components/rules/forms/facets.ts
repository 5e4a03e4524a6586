import type { Version } from '../../../../src-main/features/rulebook/schema';
import type { Field, Option, Place, WordList } from './field';
import { wordsOf } from './words';

/** A facet of a condition: its control, and what it holds when it is added. */
export interface FacetSpec {
  readonly field: Field;
  readonly make: (version: Version) => unknown;
  /** The list that it needs; not offered while that list is empty. */
  readonly list?: WordList;
}

const FUNDS: readonly Option[] = [{ value: 'CAF', label: 'CAF' }, { value: 'MSA', label: 'MSA' }, { value: 'autre', label: 'autre caisse' }];
const STATUSES: readonly Option[] = [{ value: 'regular', label: 'régulier' }, { value: 'occasional', label: 'occasionnel' }];
export const TIMINGS: readonly Option[] = [{ value: 'inTime', label: 'réservé à temps' }, { value: 'late', label: 'réservé hors délai' }, { value: 'none', label: 'venu sans réservation' }];
const REASONS: readonly Option[] = [
  { value: 'illness', label: 'maladie' }, { value: 'family', label: 'raison familiale' }, { value: 'strike', label: 'grève' }, { value: 'teacherAbsent', label: 'enseignant absent' },
  { value: 'sentHome', label: 'renvoi à la maison' }, { value: 'snow', label: 'neige' }, { value: 'outing', label: 'sortie scolaire' }, { value: 'none', label: 'sans motif' },
];
const yes = (then: string, otherwise: string): readonly Option[] => [{ value: true, label: then }, { value: false, label: otherwise }];
const bounds = (suffix: string): readonly Field[] => [
  { key: 'min', label: 'Au moins', type: 'count', optional: true, suffix }, { key: 'max', label: 'Au plus', type: 'count', optional: true, suffix },
];
const only = (version: Version, list: WordList): string[] => wordsOf(version, list).slice(0, 1).map((word) => word.value);
const first = (version: Version, list: WordList): string => wordsOf(version, list)[0]?.value ?? '';

function words(key: string, label: string, list: WordList): FacetSpec {
  return { field: { key, label, type: 'refs', list }, list, make: (version) => only(version, list) };
}
function range(key: string, label: string, suffix: string, min: number): FacetSpec {
  return { field: { key, label, type: 'range', suffix }, make: () => ({ min }) };
}
const group = (key: string, label: string, fields: readonly Field[]): Field => ({ key, label, type: 'group', fields, make: () => ({}), add: label });

/** Every facet of the format (§6 of the page on rulebooks), in the order in which they are read. */
export const FACETS: Readonly<Record<string, FacetSpec>> = {
  zone: words('zone', 'La famille habite', 'zones'),
  fund: { field: { key: 'fund', label: 'La famille relève de la caisse', type: 'ticks', options: FUNDS }, make: () => ['CAF'] },
  flags: words('flags', 'Situation cochée', 'flags'),
  measure: {
    field: group('measure', 'Quotient ou revenu', [
      { key: 'id', label: 'Lequel', type: 'ref', list: 'measures' },
      { key: 'missing', label: 'Justificatif', type: 'choice', options: [{ value: undefined, label: 'selon la valeur' }, { value: true, label: 'absent ou périmé' }, { value: false, label: 'présent' }] },
      { key: 'min', strictKey: 'above', label: 'À partir de', type: 'bound', optional: true, held: 'à partir de', strict: 'plus de' },
      { key: 'max', strictKey: 'below', label: 'Jusqu’à', type: 'bound', optional: true, held: 'jusqu’à', strict: 'moins de' },
    ]),
    list: 'measures', make: (version) => ({ id: first(version, 'measures'), max: null }),
  },
  level: words('level', 'Niveau de classe', 'levels'),
  school: words('school', 'École', 'schools'),
  category: words('category', 'Catégorie', 'categories'),
  age: range('age', 'Âge', 'ans', 3),
  status: { field: { key: 'status', label: 'Fréquentation', type: 'ticks', options: STATUSES }, make: () => ['regular'] },
  rank: range('rank', 'Rang dans la fratrie', 'e', 2),
  children: {
    field: group('children', 'Nombre d’enfants', [
      { key: 'of', label: 'Enfants comptés', type: 'choice', options: [{ value: 'family', label: 'de la famille' }, { value: 'enrolled', label: 'inscrits' }, { value: 'present', label: 'présents ce jour-là' }] },
      ...bounds('enfants'),
      { key: 'services', label: 'Dans ces prestations', type: 'refs', list: 'services', optional: true, none: 'Aucune cochée : dans la prestation dont il s’agit.' },
    ]),
    make: () => ({ of: 'enrolled', min: 2 }),
  },
  weekdays: { field: { key: 'weekdays', label: 'Jour de la semaine', type: 'weekdays' }, make: () => ['wed'] },
  period: words('period', 'Pendant', 'periods'),
  dates: { field: group('dates', 'Entre deux dates', [{ key: 'from', label: 'Du', type: 'date', optional: true }, { key: 'to', label: 'Au (compris)', type: 'date', optional: true }]), make: (version) => ({ from: version.from }) },
  yearDays: { field: group('yearDays', 'Chaque année', [{ key: 'from', label: 'Du', type: 'monthDay' }, { key: 'to', label: 'Au (compris)', type: 'monthDay' }]), make: () => ({ from: '01-01', to: '08-31' }) },
  afterPeriod: { field: { key: 'afterPeriod', label: 'Après une période de la même année scolaire', type: 'ref', list: 'periods' }, list: 'periods', make: (version) => first(version, 'periods') },
  booking: { field: { key: 'booking', label: 'Réservation', type: 'ticks', options: TIMINGS }, make: () => ['late'] },
  lateOrder: { field: { key: 'lateOrder', label: 'Au moins une réservation hors délai dans', type: 'window' }, make: () => 'month' },
  options: words('options', 'Option cochée', 'options'),
  arrival: { field: group('arrival', 'Heure d’arrivée', [{ key: 'from', label: 'À partir de', type: 'time', optional: true }, { key: 'before', label: 'Avant', type: 'time', optional: true }]), make: () => ({ before: null }) },
  departure: { field: group('departure', 'Heure de départ', [{ key: 'after', label: 'Après', type: 'time', optional: true }, { key: 'upTo', label: 'Jusqu’à', type: 'time', optional: true }]), make: () => ({ after: null }) },
  minutes: range('minutes', 'Durée', 'min', 30),
  withService: {
    field: group('withService', 'Le même jour', [
      { key: 'who', label: 'Qui', type: 'choice', options: [{ value: 'self', label: 'l’enfant lui-même' }, { value: 'anySibling', label: 'un frère ou une sœur' }, { value: 'allChildren', label: 'tous les enfants de la famille' }] },
      { key: 'service', label: 'Vient aussi à', type: 'ref', list: 'services' },
    ]),
    list: 'services', make: (version) => ({ service: first(version, 'services'), who: 'self' }),
  },
  daysInWeek: {
    field: group('daysInWeek', 'Jours réservés dans la semaine', [...bounds('jours'), { key: 'services', label: 'De ces prestations', type: 'refs', list: 'services', optional: true, none: 'Aucune cochée : la prestation dont il s’agit.' }]),
    make: () => ({ max: 1 }),
  },
  usualDays: range('usualDays', 'Jours de la semaine habituelle', 'jours', 1),
  inUsualWeek: { field: { key: 'inUsualWeek', label: 'Jour habituel', type: 'choice', options: yes('oui, dans la semaine habituelle', 'non, en dehors') }, make: () => true },
  counter: {
    field: group('counter', 'Compteur', [{ key: 'id', label: 'Lequel', type: 'ref', list: 'counters' }, { key: 'min', label: 'À partir du', type: 'count', optional: true, suffix: 'e' }, { key: 'max', label: 'Jusqu’au', type: 'count', optional: true, suffix: 'e' }]),
    list: 'counters', make: (version) => ({ id: first(version, 'counters'), min: 2 }),
  },
  reason: { field: { key: 'reason', label: 'Motif de l’absence', type: 'ticks', options: REASONS }, make: () => ['illness'] },
  told: { field: { key: 'told', label: 'Absence', type: 'choice', options: yes('signalée', 'non signalée') }, make: () => true },
  toldBefore: { field: { key: 'toldBefore', label: 'Signalée dans le délai', type: 'ref', list: 'deadlines' }, list: 'deadlines', make: (version) => first(version, 'deadlines') },
  spellToldBefore: { field: { key: 'spellToldBefore', label: 'Premier jour d’absence signalé dans le délai', type: 'ref', list: 'deadlines' }, list: 'deadlines', make: (version) => first(version, 'deadlines') },
  proof: {
    field: group('proof', 'Justificatif accepté', [
      { key: 'kinds', label: 'Lequel', type: 'refs', list: 'proofs', optional: true, none: 'Aucun coché : n’importe lequel.' },
      { key: 'withinHours', label: 'Reçu sous', type: 'count', optional: true, suffix: 'h' }, { key: 'withinDays', label: 'Reçu sous', type: 'count', optional: true, suffix: 'jours' },
      { key: 'from', label: 'Compté à partir', type: 'choice', options: [{ value: undefined, label: 'du premier jour, 0 h' }, { value: 'midnight', label: 'du premier jour, minuit' }, { value: 'start', label: 'du début de la séance' }, { value: 'end', label: 'de la fin du premier jour' }] },
    ]),
    make: () => ({ kinds: ['medical'], withinHours: 48 }),
  },
  covers: { field: group('covers', 'Longue absence', [{ key: 'minDays', label: 'Un justificatif couvre au moins', type: 'count', suffix: 'jours' }]), make: () => ({ minDays: null }) },
  spellDay: range('spellDay', 'Jour d’absence de suite', 'e', 2),
  spellLength: {
    field: group('spellLength', 'Durée de l’absence', [...bounds('jours'), { key: 'unit', label: 'Compter', type: 'choice', options: [{ value: undefined, label: 'les jours réservés' }, { value: 'service', label: 'les jours de la prestation' }, { value: 'calendar', label: 'tous les jours, du premier au dernier' }] }]),
    make: () => ({ min: 3 }),
  },
  inClass: { field: { key: 'inClass', label: 'L’enfant est en classe ce jour-là', type: 'choice', options: yes('oui', 'non') }, make: () => true },
  account: {
    field: group('account', 'Compte de la famille', [
      { key: 'balanceBelowCents', label: 'Solde sous', type: 'amount', optional: true }, { key: 'forHours', label: 'Depuis', type: 'count', optional: true, suffix: 'h' },
      { key: 'unpaid', label: 'Impayé', type: 'choice', options: [{ value: undefined, label: 'peu importe' }, ...yes('une facture est impayée', 'aucune facture impayée')] },
      { key: 'coversPrice', label: 'Le solde paie l’action', type: 'choice', options: [{ value: undefined, label: 'peu importe' }, ...yes('oui', 'non')] },
    ]),
    make: () => ({ unpaid: true }),
  },
  not: { field: { key: 'not', label: 'Sauf si', type: 'condition', place: 'unit' }, make: () => ({}) },
};

const WHO = ['zone', 'fund', 'flags', 'measure', 'level', 'school', 'category', 'age', 'status', 'rank', 'children'];
const DAY = ['weekdays', 'period', 'dates', 'yearDays', 'afterPeriod'];
const UNIT = ['booking', 'lateOrder', 'options', 'arrival', 'departure', 'minutes', 'withService', 'daysInWeek', 'usualDays', 'inUsualWeek', 'counter'];
const ABSENCE = ['reason', 'told', 'toldBefore', 'spellToldBefore', 'proof', 'covers', 'spellDay', 'spellLength'];

const OFFERED: Readonly<Record<Place, readonly string[]>> = {
  family: [...WHO, ...DAY, 'not'],
  unit: [...WHO, ...DAY, ...UNIT, 'not'],
  absence: [...WHO, ...DAY, 'booking', 'options', 'withService', 'counter', ...ABSENCE, 'not'],
  decision: [...WHO, ...DAY, 'options', 'withService', 'daysInWeek', 'usualDays', 'inUsualWeek', 'counter', 'reason', 'proof', 'inClass', 'account', 'not'],
  charge: [...WHO, ...DAY, ...UNIT, 'reason', 'told', 'proof', 'covers', 'account', 'not'],
};

/** The facets that may still be added at a place; those whose list is empty say so and cannot be chosen. */
export function facetsToAdd(version: Version, place: Place, held: readonly string[]): { value: string; label: string; disabled: boolean }[] {
  return OFFERED[place].filter((facet) => !held.includes(facet)).map((facet) => {
    const { field, list } = FACETS[facet]!;
    const isEmpty = list !== undefined && wordsOf(version, list).length === 0;
    return { value: facet, label: isEmpty ? `${field.label} (rien dans la liste)` : field.label, disabled: isEmpty };
  });
}

/** The controls of a condition: one a facet that it holds. */
export const fieldsOfCondition = (when: object): Field[] => Object.keys(FACETS).filter((facet) => facet in when).map((facet) => FACETS[facet]!.field);
