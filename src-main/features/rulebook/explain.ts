import { formatDay, formatTime, weekdayName } from '../../kernel/french-dates';
import { dayOf, timeOf } from '../../kernel/local-date';
import type { LocalDateTime, Weekday } from '../../kernel/local-date';
import { HALF_UP, rounded, spoken } from './exact';
import type { Exact } from './exact';

/*
 * The rulebook's own sentences keep plain apostrophes and spaces, as result files do, so that
 * a file compares with another word for word. `typeset` makes them ready for the eye.
 */

const KEPT = 5_000;
const known = new Map<string, string>();

/** Plain text → French typography: ’, no-break spaces before `: ; ? ! € % h`. The same sentences come back day after day: they are kept. */
export function typeset(text: string): string {
  let ready = known.get(text);
  if (ready === undefined) {
    ready = setType(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, ready);
  }
  return ready;
}

function setType(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/(\d) (?=€)/g, '$1\u202f')
    .replace(/ (?=[;?!%])/g, '\u202f')
    .replace(/ (?=:)/g, '\u00a0')
    .replace(/(\d) (?=h\b)/g, '$1\u00a0')
    .replace(/(\d\u00a0h) (?=\d\d\b)/g, '$1\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»');
}

/** "3,20 €" */
export function euros(cents: number): string {
  const size = Math.abs(cents);
  const digits = String(Math.trunc(size / 100));
  const whole = digits.length > 3 ? digits.replace(/\B(?=(\d{3})+$)/g, ' ') : digits;
  return `${cents < 0 ? '−' : ''}${whole},${String(size % 100).padStart(2, '0')} €`;
}

/** Euros of an exact amount; with its thousandths where it does not fall on a cent. */
export function eurosOf(amount: Exact): string {
  if (amount.bottom === 1n || amount.top % amount.bottom === 0n) return euros(rounded(amount, HALF_UP));
  return `${spoken({ top: amount.top, bottom: amount.bottom * 100n })} €`;
}

/** "+ 1,00 €", "− 1,55 €" */
export const signedEuros = (cents: number): string => `${cents < 0 ? '−' : '+'} ${euros(Math.abs(cents))}`;

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** "10 h", "16 h 30", "minuit" */
export const hour = (time: string): string => plainSpaces(formatTime(time));
/** "mardi 3 novembre à 10 h" */
export const moment = (at: LocalDateTime): string => `${formatDay(dayOf(at))} à ${hour(timeOf(at))}`;
export const day = formatDay;

/** "le mercredi" */
export const onWeekday = (weekday: Weekday): string => `le ${weekdayName(weekday)}`;

export const lowered = (label: string): string => (/^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('fr-FR') + label.slice(1));

export const PRICE_NOT_SET = 'prix non fixé';
