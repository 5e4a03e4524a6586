import { formatTime, monthName } from '../../../kernel/french-dates';
import { counted, enumerated } from '../../../kernel/text';
import type { AbsenceRow, Adjustment, Aid, Billing, Bundle, Charge, Counter, PriceRow, Rounding } from '../../rulebook/schema';
import { ifCondition, perWindow } from './read-conditions';
import { wordCents, wordFormula } from './read-formulas';
import { wordDecimal } from './names';
import type { Names } from './names';

const forServices = (services: readonly string[] | undefined, names: Names): string => (services ? `, ${names.services(services)}` : '');

export const wordPrice = (row: PriceRow, names: Names): string =>
  `${row.label}${forServices(row.services, names)}${ifCondition(row.when, names)} : ${wordFormula(row.price, names)}.`;

const signed = (text: string): string => (text.startsWith('-') ? `− ${text.slice(1)}` : `+ ${text}`);

export function wordAdjustment(row: Adjustment, names: Names): string {
  const effect =
    row.add === null ? 'montant non fixé'
    : row.add !== undefined ? signed(wordFormula(row.add, names))
    : row.percent !== undefined ? `${signed(wordDecimal(row.percent))} %`
    : row.replace === null ? 'nouveau prix non fixé'
    : row.replace !== undefined ? `le prix devient ${wordFormula(row.replace, names)}`
    : `${counted(Math.abs(row.bracketShift ?? 0), 'tranche', 'tranches')} ${(row.bracketShift ?? 0) < 0 ? 'plus bas' : 'plus haut'}`;
  const more = [row.per === 'line' && 'une seule fois', row.outsideBundles && 'dû en plus d’un forfait', row.group !== undefined && 'une seule ligne du groupe s’applique'].filter(Boolean);
  return `${row.label}${forServices(row.services, names)}${ifCondition(row.when, names)} : ${[effect, ...more].join(', ')}.`;
}

export function wordAbsence(row: AbsenceRow, names: Names): string {
  const { charge } = row;
  const due =
    charge === 'full' ? 'facturée comme une présence'
    : charge === 'none' ? 'non facturée'
    : charge === null ? 'à fixer'
    : 'price' in charge ? (charge.price === null ? 'facturée à un prix non fixé' : `facturée ${wordFormula(charge.price, names)}`)
    : `facturée ${wordDecimal(charge.percent)} % du prix${charge.plus ? ` plus ${wordCents(charge.plus)}` : ''}`;
  const takeAway = [row.takeAwayFrom != null && `à partir de ${formatTime(row.takeAwayFrom)}`, row.takeAwayUntil != null && `jusqu’à ${formatTime(row.takeAwayUntil)}`].filter(Boolean).join(' ');
  return `Absence ${row.label}${forServices(row.services, names)}${ifCondition(row.when, names)} : ${due}${takeAway ? ` ; repas à emporter ${takeAway}` : ''}.`;
}

const EFFECTS = { replace: 'le total devient', atMost: 'au plus', atLeast: 'au moins' } as const;
const NOT_FIXED = { replace: 'total non fixé', atMost: 'plafond non fixé', atLeast: 'minimum non fixé' } as const;

export function wordBundle(row: Bundle, names: Names): string {
  const from = row.from != null ? `, à partir de ${counted(row.from, row.count === 'days' ? 'jour' : 'présence', row.count === 'days' ? 'jours' : 'présences')}` : '';
  const needs = row.needs ? `, avec ${names.services(row.needs)}` : '';
  const by = row.by === 'child' ? 'par enfant' : 'par famille';
  const more = `${row.countAbsences ? ', absences comprises' : ''}${row.carryOver ? `, le reste se reporte ${row.carryOver === 'event' ? '' : 'pendant : '}${perWindow(row.carryOver).replace(/^par /, '')}` : ''}`;
  return `${row.label}${forServices(row.services, names)}${ifCondition(row.when, names)}, ${by} et ${perWindow(row.per)}${needs}${from}${more} : ${row.price === null ? NOT_FIXED[row.effect] : `${EFFECTS[row.effect]} ${wordFormula(row.price, names)}`}.`;
}

const TRIGGERS: Readonly<Record<Charge['trigger'], string>> = {
  enrolment: 'pour une inscription', use: 'à la première venue', late: 'en cas de retard de réservation', lateBooking: 'pour une réservation hors délai',
  unbooked: 'pour une venue sans réservation', untoldAbsence: 'pour une absence non signalée', lateCollection: 'pour un enfant repris en retard',
  lateEnrolment: 'pour une inscription hors délai', lateCancel: 'pour une annulation hors délai', lateChange: 'pour un changement hors délai',
  happening: 'à l’occasion d’un événement',
};

export function wordCharge(row: Charge, names: Names): string {
  const by = row.per === 'child' ? 'par enfant' : 'par famille';
  const grace = row.graceMinutes ? `, ${row.graceMinutes} minutes tolérées${row.countFromGrace ? ' et jamais comptées' : ''}` : '';
  const months = row.months ? `, en ${enumerated(row.months.map(monthName))}` : '';
  const refund = (row.refund ?? []).map((one) => ` ; ${wordDecimal(one.percent)} % rendus${ifCondition(one.when, names)}`).join('');
  return `${row.label}${forServices(row.services, names)}${ifCondition(row.when, names)}, ${row.happening ? `à l’occasion de « ${row.happening} »` : TRIGGERS[row.trigger]}, ${by}, ${perWindow(row.every, 'une fois ')}${months}${grace} : ${wordFormula(row.price, names)}${refund}${row.message ? ` (« ${row.message} »)` : ''}.`;
}

export function wordAid(row: Aid, names: Names): string {
  const amount = row.amount !== undefined ? wordFormula(row.amount, names) : `${wordDecimal(row.percent ?? null)} %`;
  const limit = row.cap?.cents === null ? 'une limite non fixée' : `la limite de ${wordCents(row.cap?.cents ?? null)}`;
  const cap = row.cap ? `, dans ${limit} ${perWindow(row.cap.every)} et ${row.cap.per === 'child' ? 'par enfant' : 'par famille'}` : '';
  const charges = row.charges ? `, sur ${names.all('charges', row.charges)}` : '';
  return `${row.label} (${row.payer})${forServices(row.services, names)}${charges}${ifCondition(row.when, names)} : ${amount} ${row.mode === 'deduct' ? 'déduit' : 'compté sans être déduit'}${cap}.`;
}

const COUNTS: Readonly<Record<string, string>> = {
  lateBooking: 'réservations hors délai', unbooked: 'venues sans réservation', late: 'retards de réservation', lateCollection: 'reprises en retard',
  untoldAbsence: 'absences non signalées', presence: 'présences', lateCancel: 'annulations hors délai', lateChange: 'changements hors délai', lateEnrolment: 'inscriptions hors délai',
};

export const wordCounter = (row: Counter, names: Names): string =>
  `${row.label} : ${COUNTS[row.counts] ?? `« ${row.counts} »`}${forServices(row.services, names)}, ${row.per === 'child' ? 'par enfant' : 'par famille'} et ${perWindow(row.every)}${row.graceMinutes ? `, sans compter ${counted(row.graceMinutes, 'minute', 'minutes')}` : ''}${row.windowOf === 'now' ? ', à la date de la demande' : ''}.`;

const MODES = { halfUp: 'au plus proche', up: 'vers le haut', down: 'vers le bas' } as const;

export function wordRounding(rounding: Rounding): string {
  const step = rounding.stepCents === null ? ', pas à fixer' : rounding.stepCents !== undefined && rounding.stepCents > 1 ? `, par pas de ${wordCents(rounding.stepCents)}` : ', au centime';
  return `${rounding.at === 'unit' ? 'Chaque prix' : 'Chaque total de ligne'} est arrondi ${MODES[rounding.mode]}${step}.`;
}

const CYCLES = { month: 'chaque mois', period: 'à chaque période', booking: 'à la réservation' } as const;

export function wordBilling(billing: Billing): string {
  const { dueDay, dueMonthsAfter, minimumInvoiceCents, walletMinimumTopUpCents, walletRefuseBelowCents, directDebitRejectsBeforeStop, claimDays } = billing;
  const later = dueMonthsAfter ? `, ${dueMonthsAfter} mois après` : '';
  return `${[
    `Facturation ${CYCLES[billing.cycle]}${dueDay != null ? `, à payer avant le ${dueDay}${later}` : later}`,
    minimumInvoiceCents != null && `pas de facture sous ${wordCents(minimumInvoiceCents)}`,
    walletMinimumTopUpCents != null && `recharge du porte-monnaie d’au moins ${wordCents(walletMinimumTopUpCents)}`,
    walletRefuseBelowCents != null && `réservation refusée sous ${wordCents(walletRefuseBelowCents)} de solde`,
    directDebitRejectsBeforeStop != null && `prélèvement arrêté après ${counted(directDebitRejectsBeforeStop, 'rejet', 'rejets')}`,
    claimDays != null && `${counted(claimDays, 'jour', 'jours')} pour contester`,
  ].filter(Boolean).join(' ; ')}.`;
}
