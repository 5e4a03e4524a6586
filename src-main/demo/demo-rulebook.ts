import { makeDate } from '../kernel/local-date';
import type { Version } from '../features/rulebook/schema';

type Prices = readonly [upTo700: number, upTo1000: number, upTo1300: number, upTo1600: number, above: number, outside: number];

/** What the council voted: prices in cents, from the lowest bracket to the highest, then outside the town. */
const PRICES_BEFORE: Prices = [100, 235, 310, 380, 450, 510];
const PRICES_NOW: Prices = [100, 240, 320, 390, 460, 520];

export const FIRST_SERVICE = 'cantine-1';
export const SECOND_SERVICE = 'cantine-2';
const BOTH = [FIRST_SERVICE, SECOND_SERVICE];

const grid = ([low, second, third, fourth, top, outside]: Prices): Version['prices'][number]['price'] => ({
  kind: 'choose',
  cases: [
    {
      label: 'Commune', when: { zone: ['commune'] },
      price: {
        kind: 'brackets', measure: 'qf',
        rows: [
          { from: '0', upTo: '700', price: low }, { from: '701', upTo: '1000', price: second }, { from: '1001', upTo: '1300', price: third },
          { from: '1301', upTo: '1600', price: fourth }, { from: '1601', price: top },
        ],
      },
    },
    { label: 'Hors commune', price: outside },
  ],
});

/**
 * The rulebook of the demo town for the school year that starts in a September: a canteen in two
 * services, booked two working days before at 10:00, late (dearer) until the last working day.
 */
export function demoVersion(schoolYear: number, which: 'before' | 'now'): Version {
  return {
    from: makeDate(schoolYear, 9, 1),
    label: `Délibération du 12 juin ${schoolYear}`,
    zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors-commune', label: 'Hors commune' }],
    measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared', effective: 'nextMonth', missing: 'highest' }],
    services: [
      { id: FIRST_SERVICE, label: 'Cantine, 1er service', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'], session: { from: '11:45', to: '12:30' } },
      { id: SECOND_SERVICE, label: 'Cantine, 2e service', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'], session: { from: '12:40', to: '13:30' } },
    ],
    deadlines: [
      { id: 'deux-jours', label: 'Deux jours ouvrés avant', kind: 'before', days: 2, count: 'working', at: '10:00' },
      { id: 'veille', label: 'La veille ouvrée', kind: 'before', days: 1, count: 'working', at: '10:00' },
    ],
    booking: [{
      services: BOTH, unbooked: 'accept', book: { limit: 'deux-jours', after: 'late', until: 'veille' }, cancel: { limit: 'deux-jours', after: 'refuse' },
    }],
    prices: [{ id: 'repas', label: 'Repas', services: BOTH, price: grid(which === 'now' ? PRICES_NOW : PRICES_BEFORE) }],
    adjustments: [{ id: 'hors-delai', label: 'hors délai', services: BOTH, when: { booking: ['late', 'none'] }, add: 70 }],
    absences: [
      { id: 'ecole', label: 'du fait de l’école', when: { reason: ['strike', 'teacherAbsent', 'outing'] }, charge: 'none' },
      { id: 'certificat', label: 'certificat médical sous cinq jours', when: { proof: { kinds: ['medical'], withinDays: 5 } }, charge: 'none' },
      { id: 'facturee', label: 'non annulée à temps', charge: 'full' },
    ],
    rounding: { at: 'unit', mode: 'halfUp' },
    notes: [{ about: 'prices.0', question: 'Un quotient de 700,50 est lu dans la tranche « à partir de 701 » : est-ce voulu ?', answer: 'oui' }],
  };
}
