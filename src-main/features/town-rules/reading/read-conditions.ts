import { formatShortDate, formatTime } from '../../../kernel/french-dates';
import { formatEuros, cents } from '../../../kernel/money';
import { enumerated } from '../../../kernel/text';
import type { Condition, Range, Window } from '../../rulebook/schema';
import { wordDecimal, wordWeekdays } from './names';
import type { Names } from './names';

const TIMINGS = { inTime: 'réservé à temps', late: 'hors délai', none: 'sans réservation' } as const;
const REASONS = {
  illness: 'maladie', family: 'raison familiale', strike: 'grève', teacherAbsent: 'enseignant absent', sentHome: 'renvoi à la maison', snow: 'neige',
  outing: 'sortie scolaire', none: 'sans motif',
} as const;
const WINDOWS: Readonly<Record<string, string>> = {
  event: 'fois', day: 'jour', week: 'semaine', month: 'mois', schoolYear: 'année scolaire', calendarYear: 'année civile',
};
const PROOFS: Readonly<Record<string, string>> = { medical: 'certificat médical', letter: 'courrier des parents', employer: 'attestation de l’employeur' };
const AMONG = { family: 'de la famille', enrolled: 'inscrits', present: 'présents ce jour-là' } as const;
const WITH = { self: 'lui-même', anySibling: 'un frère ou une sœur', allChildren: 'tous les enfants' } as const;

export const wordWindow = (window: Window): string => WINDOWS[window] ?? `période « ${window} »`;

/** "par mois", "une fois par mois"; what counts each time says so. */
export const perWindow = (window: Window, once = ''): string => (window === 'event' ? 'à chaque fois' : `${once}par ${wordWindow(window)}`);

/** "3", "de 2 à 4", "3 ou plus", "2 au plus". */
export function wordRange({ min, max }: Range): string {
  if (min !== undefined && min === max) return wordDecimal(min);
  if (min !== undefined && max !== undefined) return `de ${wordDecimal(min)} à ${wordDecimal(max)}`;
  return min === undefined ? `${wordDecimal(max ?? null)} au plus` : `${wordDecimal(min)} ou plus`;
}

const monthDay = (text: string): string => `${text.slice(3)}/${text.slice(0, 2)}`;

type Facets = { readonly [Key in keyof Required<Omit<Condition, 'not'>>]: (value: NonNullable<Condition[Key]>, names: Names) => string };

/** One French phrase a facet (specification §5). */
const FACETS: Facets = {
  zone: (zones, names) => `famille « ${names.all('zones', zones, 'ou')} »`,
  fund: (funds) => `caisse : ${enumerated(funds, 'ou')}`,
  flags: (flags, names) => names.all('flags', flags, 'ou'),
  measure: (measure, names) => wordMeasure(measure, names),
  level: (levels) => `niveau ${enumerated(levels, 'ou')}`,
  school: (schools, names) => names.all('schools', schools, 'ou'),
  category: (categories, names) => `catégorie ${names.all('categories', categories, 'ou')}`,
  age: (age) => `âge : ${wordRange(age)} (en années)`,
  status: (statuses) => enumerated(statuses.map((status) => (status === 'regular' ? 'régulier' : 'occasionnel')), 'ou'),
  rank: (rank) => `rang dans la fratrie : ${wordRange(rank)}`,
  children: (children, names) =>
    `nombre d’enfants ${AMONG[children.of]}${children.services ? ` (${names.services(children.services)})` : ''} : ${wordRange(children)}`,
  weekdays: (weekdays) => wordWeekdays(weekdays),
  period: (periods, names) => `pendant ${names.all('periods', periods, 'ou')}`,
  dates: ({ from, to }) => [from && `à partir du ${formatShortDate(from)}`, to && `jusqu’au ${formatShortDate(to)}`].filter(Boolean).join(' '),
  yearDays: ({ from, to }) => `chaque année du ${monthDay(from)} au ${monthDay(to)}`,
  afterPeriod: (period, names) => `après ${names.of('periods', period)}`,
  booking: (timings) => enumerated(timings.map((timing) => TIMINGS[timing]), 'ou'),
  lateOrder: (window) => `au moins une réservation hors délai dans la même période (${wordWindow(window)})`,
  options: (options, names) => `option ${names.all('options', options, 'ou')}`,
  arrival: ({ from, before }) => `arrivée ${[from && `à partir de ${formatTime(from)}`, before && `avant ${formatTime(before)}`].filter(Boolean).join(' et ')}`,
  departure: ({ after, upTo }) => `départ ${[after && `après ${formatTime(after)}`, upTo && `jusqu’à ${formatTime(upTo)}`].filter(Boolean).join(' et ')}`,
  minutes: (minutes) => `${wordRange(minutes)} minutes`,
  withService: ({ service, who }, names) => `${WITH[who]} à ${names.of('services', service)} le même jour`,
  daysInWeek: (days, names) => `jours dans la semaine${days.services ? ` (${names.services(days.services)})` : ''} : ${wordRange(days)}`,
  usualDays: (days) => `jours de la semaine habituelle : ${wordRange(days)}`,
  inUsualWeek: (inside) => (inside ? 'jour de la semaine habituelle' : 'jour hors de la semaine habituelle'),
  counter: ({ id, ...bounds }, names) => `${names.of('counters', id)} : ${wordRange(bounds)}`,
  reason: (reasons) => `motif : ${enumerated(reasons.map((reason) => REASONS[reason]), 'ou')}`,
  told: (told) => (told ? 'absence signalée' : 'absence non signalée'),
  toldBefore: (deadline, names) => `signalé dans le délai « ${names.of('deadlines', deadline)} »`,
  spellToldBefore: (deadline, names) => `premier jour signalé dans le délai « ${names.of('deadlines', deadline)} »`,
  proof: ({ kinds, withinHours, withinDays, from }) =>
    [kinds ? enumerated(kinds.map((kind) => PROOFS[kind] ?? `« ${kind} »`), 'ou') : 'justificatif', withinHours !== undefined && `sous ${wordDecimal(withinHours)} heures`,
      withinDays !== undefined && `sous ${wordDecimal(withinDays)} jours`, from === 'start' ? 'du début de la séance' : from === 'end' && 'de la fin du premier jour'].filter(Boolean).join(' '),
  covers: ({ minDays }) => `justificatif couvrant au moins ${wordDecimal(minDays)} jours`,
  spellDay: (range) => `jour d’absence consécutif : ${wordRange(range)}`,
  spellLength: ({ unit, ...range }) => `durée de l’absence : ${wordRange(range)} ${unit === 'calendar' ? 'jours, tous comptés' : 'jours réservés'}`,
  inClass: (inClass) => (inClass ? 'enfant en classe ce jour-là' : 'enfant absent de la classe'),
  account: ({ balanceBelowCents, forHours, unpaid, coversPrice }) =>
    [balanceBelowCents != null && `solde sous ${formatEuros(cents(balanceBelowCents))}`, forHours != null && `depuis ${wordDecimal(forHours)} heures`, unpaid !== undefined && (unpaid ? 'impayé' : 'sans impayé'),
      coversPrice !== undefined && (coversPrice ? 'solde suffisant' : 'solde insuffisant')]
      .filter(Boolean).join(', ') || 'solde du compte',
};

function wordMeasure(facet: NonNullable<Condition['measure']>, names: Names): string {
  const { id, missing, min, max, above, below } = facet;
  const name = names.of('measures', id);
  if (missing !== undefined) return missing ? `${name} inconnu` : `${name} connu`;
  const bounds = [
    min !== undefined && `de ${wordDecimal(min)} ou plus`, above !== undefined && `au-dessus de ${wordDecimal(above)}`,
    max !== undefined && `jusqu’à ${wordDecimal(max)}`, below !== undefined && `sous ${wordDecimal(below)}`,
  ].filter(Boolean);
  return `${name} ${bounds.join(', ')}`;
}

/** A condition as a French phrase; empty when it always holds. */
export function wordCondition(when: Condition | undefined, names: Names): string {
  if (!when) return '';
  const phrases = Object.entries(FACETS).flatMap(([facet, word]) => {
    const value = when[facet as keyof typeof FACETS];
    return value === undefined ? [] : [(word as (value: unknown, names: Names) => string)(value, names)];
  });
  if (when.not) phrases.push(`sauf si ${wordCondition(when.not, names)}`);
  return phrases.join(', ');
}

/** " si …", or nothing when the condition always holds. */
export function ifCondition(when: Condition | undefined, names: Names): string {
  const phrase = wordCondition(when, names);
  return phrase ? ` (${phrase})` : '';
}
