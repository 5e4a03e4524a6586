import { formatShortDate } from '../../../kernel/french-dates';
import type { Assimilation, Closure, Measure, Regular, Service, Siblings, Version } from '../../rulebook/schema';
import { formatTime } from '../../../kernel/french-dates';
import { enumerated } from '../../../kernel/text';
import { ifCondition, wordCondition } from './read-conditions';
import { wordDecimal, wordWeekdays } from './names';
import type { Names } from './names';

const EFFECTIVE = { nextMonth: 'dès le mois suivant le justificatif', sameMonth: 'dès le mois du justificatif', provedDay: 'dès le jour du justificatif' } as const;

export function wordMeasure(measure: Measure): string {
  const missing = measure.missing === 'highest' ? 'sans justificatif, la tranche la plus haute' : measure.missing === 'ask' ? 'sans justificatif, pas de prix' : 'sans justificatif : à fixer';
  const how = measure.source === 'computed'
    ? ` = (${measure.plus.join(' + ')}${measure.minus ? ` − ${measure.minus.join(' − ')}` : ''}) ÷ ${measure.dividedBy}`
    : '';
  const renewal = measure.renewal ? ` ; à renouveler chaque année le ${measure.renewal.slice(3)}/${measure.renewal.slice(0, 2)}` : '';
  return `${measure.label}${how} : une nouvelle valeur compte ${EFFECTIVE[measure.effective ?? 'nextMonth']} ; ${missing}${renewal}.`;
}

export function wordService(service: Service, names: Names): string {
  const days = service.weekdays
    ? wordWeekdays(service.weekdays)
    : enumerated((service.opening ?? []).map((row) => `${wordWeekdays(row.weekdays)}${row.period ? ` (${names.of('periods', row.period)})` : ''}`), 'ou');
  const sessions = service.sessions ?? (service.session ? [service.session] : []);
  const hours = sessions.map(({ from, to }) => `de ${from === null ? '…' : formatTime(from)} à ${to === null ? '…' : formatTime(to)}`);
  const extras = [
    service.openOnHolidays ? 'ouvert aussi les jours fériés' : '',
    service.automatic ? `compté avec ${names.of('services', service.automatic.with)}` : '',
    service.commitment === 'month' ? 'tout mois commencé est dû' : '',
    service.options ? `options : ${enumerated(service.options.map((option) => option.label))}` : '',
    service.careSharePercent != null ? `part de garde : ${wordDecimal(service.careSharePercent)} %` : '',
  ].filter(Boolean);
  return `${service.label} : ${[days, ...hours].join(', ')}, compté en « ${service.unit} »${extras.map((extra) => ` ; ${extra}`).join('')}.`;
}

export function wordClosure(closure: Closure, names: Names): string {
  const when = 'days' in closure ? enumerated(closure.days.map(formatShortDate)) : `du ${formatShortDate(closure.from)} au ${formatShortDate(closure.to)}`;
  return `${closure.label ?? 'Fermeture'} : ${when}, ${closure.services ? names.services(closure.services) : 'toutes les prestations'}.`;
}

export const wordAssimilation = (row: Assimilation, names: Names): string =>
  `${row.label} : ${wordCondition(row.when, names) || 'toujours'} compte comme « ${names.of('zones', row.zone)} »${row.services ? ` pour ${names.services(row.services)}` : ''}.`;

const AMONG = { family: 'tous les enfants de la famille', enrolled: 'les enfants inscrits ce jour-là', service: 'les enfants de la prestation', present: 'les enfants présents ce jour-là' } as const;

export const wordSiblings = (siblings: Siblings): string =>
  `Le rang compte ${AMONG[siblings.among]}, ${siblings.order === 'oldestFirst' ? 'de l’aîné au plus jeune' : 'du plus jeune à l’aîné'}.`;

export function wordRegular(row: Regular, names: Names): string {
  const who = row.services ? names.services(row.services) : 'Toutes les prestations';
  if (row.by === 'declared') return `${who} : régulier ou occasionnel selon l’inscription.`;
  if (row.by === 'usualWeek') return `${who} : régulier à partir de ${wordDecimal(row.minDays)} jours habituels par semaine.`;
  return `${who} : régulier à partir de ${wordDecimal(row.minSharePercent)} % des jours ouverts du mois.`;
}

export function wordCalendar(version: Version, names: Names): string[] {
  const { calendar } = version;
  if (!calendar) return [];
  return [
    ...(calendar.officeWeekdays ? [`La mairie est ouverte ${wordWeekdays(calendar.officeWeekdays)}.`] : []),
    ...(calendar.officeClosed?.length ? [`La mairie est fermée ${enumerated(calendar.officeClosed.map(formatShortDate))}.`] : []),
    ...(calendar.extraHolidays?.length ? [`Jours fériés locaux : ${enumerated(calendar.extraHolidays.map(formatShortDate))}.`] : []),
    ...(calendar.periods ?? []).map((one) => `${one.label} : du ${formatShortDate(one.from)} au ${formatShortDate(one.to)}.`),
    ...(calendar.breaks ?? []).map((one) => `${one.label ?? 'Vacances'} : du ${formatShortDate(one.from)} au ${formatShortDate(one.to)}${ifCondition(undefined, names)}.`),
  ];
}
