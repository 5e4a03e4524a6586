import { formatShortDate, formatTime, weekdayName } from '../../../kernel/french-dates';
import type { LocalDate } from '../../../kernel/local-date';
import { counted, enumerated } from '../../../kernel/text';
import type { ActionRule, Admission, BookingRow, Deadline, TableRow } from '../../rulebook/schema';
import { ifCondition } from './read-conditions';
import type { Names } from './names';

const COUNTED = { calendar: '', working: ' ouvré', office: ' d’ouverture de la mairie', service: ' de service' } as const;
const UNKNOWN = 'pas encore fixé';
/** "07/10/2026 à 18 h" */
const moment = (when: string | null): string => (when === null ? 'jour à fixer' : `${formatShortDate(when.slice(0, 10) as LocalDate)} ${at(when.slice(11))}`);
const at = (time: string | null): string => (time === null ? 'à une heure à fixer' : `à ${formatTime(time)}`);

function wordDays(days: number, count: keyof typeof COUNTED, clear: boolean): string {
  if (days === 0 && !clear) return 'le jour même';
  const kind = COUNTED[count];
  const plural = days > 1 && kind === ' ouvré' ? ' ouvrés' : kind;
  const number = `${counted(days, 'jour', 'jours')}${clear ? (days > 1 ? ' francs' : ' franc') : ''}${plural}`;
  return days === 1 && !clear ? `la veille${kind === '' ? '' : ` (jour${kind})`}` : `${number} avant`;
}

function wordTableRow(row: TableRow | null): string {
  if (!row) return UNKNOWN;
  const days = row.for ? `pour ${enumerated(row.for.map(weekdayName))}` : 'pour les autres jours';
  const weeks = row.weeksBefore === null ? '' : row.weeksBefore === 0 ? ' de la même semaine' : row.weeksBefore === 1 ? ' de la semaine précédente' : ` ${row.weeksBefore} semaines avant`;
  const holiday = row.ifHolidayOn ? ` (semaine dont le ${weekdayName(row.ifHolidayOn)} est férié)` : '';
  return `${days}${holiday} : le ${row.weekday === null ? 'jour à fixer' : weekdayName(row.weekday)}${weeks} ${at(row.at)}`;
}

const CLOSED = { holiday: 'un jour férié', working: 'un jour non ouvré', office: 'un jour où la mairie est fermée' } as const;

/** A deadline as a French phrase: "la veille (jour ouvré) à 10 h". */
export function wordDeadline(deadline: Deadline): string {
  const moved = deadline.ifClosed ? ` ; si c’est ${CLOSED[deadline.ifClosed.on]}, ${deadline.ifClosed.move === 'earlier' ? 'avancé' : 'reporté'} d’un jour` : '';
  return wordLimit(deadline) + moved;
}

function wordLimit(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'before': {
      const from = deadline.anchor ? ', compté du début de la période' : '';
      const days = deadline.days === null ? 'un nombre de jours à fixer avant' : wordDays(deadline.days, deadline.count ?? 'calendar', deadline.clear ?? false);
      return `${days} ${deadline.strict ? `avant ${deadline.at === null ? 'une heure à fixer' : formatTime(deadline.at)}` : at(deadline.at)}${from}`;
    }
    case 'hours':
      return deadline.hours === null ? UNKNOWN : `${counted(deadline.hours, 'heure', 'heures')}${COUNTED[deadline.count ?? 'calendar'] ? ' (jours ouvrés seuls)' : ''} avant${deadline.of ? ` ${formatTime(deadline.of)}` : ''}`;
    case 'table':
      return deadline.rows === null ? UNKNOWN : deadline.rows.map(wordTableRow).join(' ; ');
    case 'monthDay':
      return `le ${deadline.day ?? '…'} du mois${deadline.monthsBefore === 0 ? '' : deadline.monthsBefore === 1 ? ' précédent' : `, ${deadline.monthsBefore ?? '…'} mois avant`} ${at(deadline.at)}`;
    case 'dates':
      return deadline.rows === null ? UNKNOWN : deadline.rows
        .map((row) => `du ${formatShortDate(row.from)} au ${formatShortDate(row.to)} : ${row.opens === undefined ? 'jusqu’au' : `à partir du ${moment(row.opens)}, jusqu’au`} ${moment(row.until)}`)
        .join(' ; ');
    case 'none':
      return 'à tout moment';
    case 'never':
      return 'jamais';
    case null:
      return UNKNOWN;
  }
}

const AFTER = { late: 'ensuite accepté hors délai', refuse: 'ensuite refusé', ask: 'ensuite à valider par la mairie' } as const;

function wordAction(verb: string, rule: ActionRule | undefined, names: Names): string[] {
  if (!rule) return [];
  const deadline = names.version.deadlines.find((one) => one.id === rule.limit);
  const limit = rule.limit === null || !deadline ? `${verb} : délai ${UNKNOWN}` : `${verb} ${deadline.kind === 'none' ? 'à tout moment' : deadline.kind === 'never' ? 'jamais possible' : `jusqu’à : ${wordDeadline(deadline)}`}`;
  const opens = rule.opens ? `, à partir de « ${names.of('deadlines', rule.opens)} »` : '';
  const after = deadline?.kind === 'none' ? '' : rule.after == null ? `, suite ${UNKNOWN}e` : `, ${AFTER[rule.after]}`;
  const last = names.version.deadlines.find((one) => one.id === rule.until);
  const until = last ? ` jusqu’à : ${wordDeadline(last)}` : '';
  return [`${limit}${opens}${after}${until}${rule.inTime === 'ask' ? ', toujours à valider par la mairie' : ''}`];
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** A booking row: who, until when to book and cancel, what happens then. */
export function wordBookingRow(row: BookingRow, names: Names): string {
  const parts = [
    ...wordAction('réserver', row.book, names), ...wordAction('modifier', row.change, names),
    ...wordAction('annuler', row.cancel, names), ...wordAction('s’inscrire', row.enrol, names),
  ];
  if (row.unbooked) parts.push(row.unbooked === 'accept' ? 'un enfant venu sans réservation est accepté' : 'un enfant venu sans réservation est refusé');
  if (row.payment) {
    const { holdMinutes, by, latePayment } = row.payment;
    const until = [holdMinutes != null && ` sous ${holdMinutes} minutes`, by != null && ` au plus tard « ${names.of('deadlines', by)} »`].filter(Boolean).join(',');
    parts.push(`paiement à la réservation${until}, un paiement en retard ${latePayment === 'credit' ? 'va au porte-monnaie' : 'réserve s’il reste une place'}`);
  }
  if (row.priority?.length) parts.push(`liste d’attente dans l’ordre : ${row.priority.map((one) => `${one.label}${ifCondition(one.when, names)}`).join(', puis ')}`);
  return `${capitalised(names.services(row.services))}${ifCondition(row.when, names)} : ${parts.join(' ; ') || 'toujours possible'}.`;
}

const OUTCOMES = { accepted: 'accepté', late: 'accepté hors délai', refused: 'refusé', ask: 'à valider par la mairie' } as const;
const ACTIONS = { book: 'réserver', change: 'modifier', cancel: 'annuler', enrol: 's’inscrire', usualWeek: 'suivre la semaine habituelle' } as const;

/** What decides before any deadline: for what, in which case, how, and what parents read. */
export function wordAdmission(row: Admission, names: Names): string {
  const actions = enumerated(row.actions.map((action) => ACTIONS[action]), 'ou');
  return `${row.label}, pour ${actions}${row.services ? `, ${names.services(row.services)}` : ''}${ifCondition(row.when, names)} : ${OUTCOMES[row.outcome]} (« ${row.message} »).`;
}
