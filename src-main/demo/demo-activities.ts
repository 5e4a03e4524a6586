import type { Formula, Version } from '../features/rulebook/schema';
import type { Weekday } from '../kernel/local-date';
import type { OpenHoliday } from './demo-holidays';

/** What the town offers beside the canteen: before and after school, the school bus, the leisure centre. */
export const MORNING = 'garderie-matin';
export const EVENING = 'garderie-soir';
export const SNACK = 'gouter';
export const BUS = 'car';
export const WEDNESDAY_MORNING = 'mercredi-matin';
export const WEDNESDAY_MEAL = 'mercredi-repas';
export const WEDNESDAY = 'mercredi-journee';
export const HOLIDAYS = 'vacances-journee';
/** Flag of a child who brings its own meal. */
export const OWN_MEAL = 'panier-repas';

const SCHOOL_DAYS: Weekday[] = ['mon', 'tue', 'thu', 'fri'];
const CARE = [MORNING, EVENING];
const WEDNESDAYS = [WEDNESDAY_MORNING, WEDNESDAY_MEAL, WEDNESDAY];

/** The four prices of a quotient up to 700, 1 000, 1 300 and above. */
type ByQuotient = readonly [number, number, number, number];

const byQuotient = ([low, second, third, top]: ByQuotient): Formula => ({
  kind: 'brackets', measure: 'qf',
  rows: [{ from: '0', upTo: '700', price: low }, { above: '700', upTo: '1000', price: second }, { above: '1000', upTo: '1300', price: third }, { above: '1300', price: top }],
});

const byHome = (inTown: ByQuotient, outside: number): Formula =>
  ({ kind: 'choose', cases: [{ label: 'Commune', when: { zone: ['commune'] }, price: byQuotient(inTown) }, { label: 'Hors commune', price: outside }] });

const halfHours = (price: Formula): Formula => ({ kind: 'slices', over: 'minutes', size: 30, started: true, price });

const SERVICES: Version['services'] = [
  { id: MORNING, label: 'Garderie du matin', kind: 'care', unit: 'demi-heure', weekdays: SCHOOL_DAYS, session: { from: '07:30', to: '08:30' }, clock: 'arrival', careSharePercent: '100' },
  { id: EVENING, label: 'Garderie du soir', kind: 'care', unit: 'demi-heure', weekdays: SCHOOL_DAYS, session: { from: '16:30', to: '18:30' }, clock: 'departure', careSharePercent: '100' },
  { id: SNACK, label: 'Goûter', kind: 'snack', unit: 'goûter', weekdays: SCHOOL_DAYS, automatic: { with: EVENING } },
  { id: BUS, label: 'Car scolaire', kind: 'transport', unit: 'jour', weekdays: SCHOOL_DAYS },
  { id: WEDNESDAY_MORNING, label: 'Mercredi, demi-journée', kind: 'leisure', unit: 'demi-journée', weekdays: ['wed'], session: { from: '08:30', to: '12:00' }, careSharePercent: '100' },
  { id: WEDNESDAY_MEAL, label: 'Mercredi, repas', kind: 'meal', unit: 'repas', weekdays: ['wed'], session: { from: '12:00', to: '13:30' } },
  { id: WEDNESDAY, label: 'Mercredi, journée', kind: 'leisure', unit: 'journée', weekdays: ['wed'], session: { from: '08:30', to: '17:30' }, careSharePercent: '80' },
  { id: HOLIDAYS, label: 'Centre de loisirs, vacances', kind: 'leisure', unit: 'journée', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], periods: ['vacances'], session: { from: '08:30', to: '17:30' }, careSharePercent: '80' },
];

const PRICES: Version['prices'] = [
  { id: 'garderie', label: 'Garderie, la demi-heure entamée', services: CARE, price: halfHours(byHome([45, 60, 75, 90], 110)) },
  { id: 'gouter', label: 'Goûter', services: [SNACK], price: 60 },
  { id: 'car', label: 'Trajets compris dans l’abonnement', services: [BUS], price: 0 },
  { id: 'mercredi-matin', label: 'Demi-journée', services: [WEDNESDAY_MORNING], price: byHome([300, 500, 700, 900], 1100) },
  { id: 'mercredi-repas', label: 'Repas du mercredi', services: [WEDNESDAY_MEAL], price: byHome([100, 240, 320, 390], 520) },
  { id: 'mercredi-journee', label: 'Journée avec repas', services: [WEDNESDAY], price: byHome([600, 950, 1300, 1600], 2000) },
  { id: 'vacances', label: 'Journée de vacances avec repas', services: [HOLIDAYS], price: byHome([650, 1000, 1350, 1700], 2100) },
];

const BUNDLES: NonNullable<Version['bundles']> = [
  { id: 'semaine-vacances', label: 'Semaine complète au prix de quatre jours', services: [HOLIDAYS], per: 'week', by: 'child', count: 'days', from: 5, effect: 'atMost', price: byHome([2600, 4000, 5400, 6800], 8400) },
  { id: 'plafond-garderie', label: 'Plafond mensuel de garderie', services: CARE, per: 'month', by: 'child', effect: 'atMost', price: 4800 },
];

const CHARGES: NonNullable<Version['charges']> = [
  {
    id: 'abonnement-car', label: 'Abonnement mensuel au car', services: [BUS], nature: 'subscription', trigger: 'enrolment', per: 'child', every: 'month',
    months: [9, 10, 11, 12, 1, 2, 3, 4, 5, 6], price: 1200,
  },
  {
    id: 'retard-soir', label: 'Retard après 18 h 30', services: [EVENING], nature: 'penalty', trigger: 'lateCollection', per: 'family', every: 'event', graceMinutes: 5,
    price: { kind: 'slices', over: 'minutes', size: 15, started: true, price: 500 },
  },
];

/** The canteen's text with all the rest of what the town offers in a school year. */
export function withActivities(version: Version, holidays: readonly OpenHoliday[]): Version {
  return {
    ...version,
    flags: [{ id: OWN_MEAL, label: 'Apporte son panier-repas' }],
    calendar: { periods: holidays.map(({ id, label, from, to }) => ({ id, kind: 'vacances', label, from, to })) },
    services: [...version.services, ...SERVICES],
    deadlines: [
      ...version.deadlines,
      { id: 'veille-soir', label: 'La veille ouvrée au soir', kind: 'before', days: 1, count: 'working', at: '18:00' },
      { id: 'vendredi', label: 'Le vendredi d’avant', kind: 'table', rows: [{ for: ['wed'], weekday: 'fri', weeksBefore: 1, at: '12:00' }] },
      { id: 'inscriptions', label: 'Inscriptions des vacances', kind: 'dates', rows: holidays.map(({ from, to, bookedFrom, bookedUntil }) => ({ from, to, opens: bookedFrom, until: bookedUntil })) },
    ],
    booking: [
      ...version.booking,
      { services: [...CARE, SNACK, BUS], unbooked: 'accept', book: { limit: 'veille-soir', after: 'refuse' }, cancel: { limit: 'veille-soir', after: 'refuse' } },
      { services: WEDNESDAYS, unbooked: 'refuse', book: { limit: 'vendredi', after: 'ask' }, cancel: { limit: 'vendredi', after: 'refuse' } },
      { services: [HOLIDAYS], unbooked: 'refuse', book: { limit: 'inscriptions', after: 'refuse' }, cancel: { limit: 'inscriptions', after: 'refuse' } },
    ],
    prices: [
      { id: 'panier-repas', label: 'Accueil avec panier-repas', services: [...version.services.map(({ id }) => id), WEDNESDAY_MEAL], when: { flags: [OWN_MEAL] }, price: 90 },
      ...version.prices, ...PRICES,
    ],
    bundles: BUNDLES,
    charges: CHARGES,
    notes: [
      { about: 'prices.1', question: 'Un quotient de 700,50 est lu dans la tranche « à partir de 701 » : est-ce voulu ?', answer: 'oui' },
      ...(version.notes ?? []).slice(1),
    ],
  };
}
