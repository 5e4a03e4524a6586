import { formatShortDate, formatTime, weekdayName } from '../../../kernel/french-dates';
import type { LocalDate } from '../../../kernel/local-date';
import { counted, enumerated } from '../../../kernel/text';
import type { ActionRule, BookingRow, Deadline, TableRow } from '../../rulebook/schema';
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

/** A deadline as a French phrase: "la veille (jour ouvré) à 10 h". */
export function wordDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'before': {
      const from = deadline.anchor ? ', compté du début de la période' : '';
      const days = deadline.days === null ? 'un nombre de jours à fixer avant' : wordDays(deadline.days, deadline.count ?? 'calendar', deadline.clear ?? false);
      return `${days} ${deadline.strict ? `avant ${deadline.at === null ? 'une heure à fixer' : formatTime(deadline.at)}` : at(deadline.at)}${from}`;
    }
    case 'hours':
      return deadline.hours === null ? UNKNOWN : `${counted(deadline.hours, 'heure', 'heures')}${COUNTED[deadline.count ?? 'calendar'] ? ' (jours ouvrés seuls)' : ''} avant`;
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
  if (row.payment) parts.push(`paiement à la réservation${row.payment.holdMinutes ? ` sous ${row.payment.holdMinutes} minutes` : ''}`);
  return `${capitalised(names.services(row.services))}${ifCondition(row.when, names)} : ${parts.join(' ; ') || 'toujours possible'}.`;
}
