import { formatShortDate } from '../../../kernel/french-dates';
import type { Assimilation, Closure, Measure, Regular, Service, Siblings, Version } from '../../rulebook/schema';
import { formatTime } from '../../../kernel/french-dates';
import { enumerated } from '../../../kernel/text';
import { ifCondition, wordCondition } from './read-conditions';
import type { ReadLine } from '../schema';
import { wordDecimal, wordWeekdays } from './names';
import type { Names } from './names';

const EFFECTIVE = { nextMonth: 'dès le mois suivant le justificatif', sameMonth: 'dès le mois du justificatif', provedDay: 'dès le jour du justificatif' } as const;

export function wordMeasure(measure: Measure, names: Names): string {
  const missing = measure.missing === 'highest' ? 'sans justificatif, la tranche la plus haute' : measure.missing === 'ask' ? 'sans justificatif, pas de prix' : 'sans justificatif : à fixer';
  const how = measure.source === 'computed'
    ? ` = (${measure.plus.join(' + ')}${measure.minus ? ` − ${measure.minus.join(' − ')}` : ''}) ÷ ${measure.dividedBy}`
    : '';
  const renewal = measure.renewal ? ` ; à renouveler chaque année le ${measure.renewal.slice(3)}/${measure.renewal.slice(0, 2)}` : '';
  const abated = (measure.abatements ?? []).map((one) => ` ; ${wordDecimal(one.amount)} retiré${ifCondition(one.when, names)}`).join('');
  const highest = measure.highestWhen ? ` ; la tranche la plus haute d’office${ifCondition(measure.highestWhen, names)}` : '';
  return `${measure.label}${how} : une nouvelle valeur compte ${EFFECTIVE[measure.effective ?? 'nextMonth']} ; ${missing}${renewal}${abated}${highest}.`;
}

const CLOCKS = { arrival: 'l’appel note l’arrivée', departure: 'l’appel note le départ', both: 'l’appel note l’arrivée et le départ' } as const;

export function wordService(service: Service, names: Names): string {
  const days = service.weekdays
    ? wordWeekdays(service.weekdays)
    : enumerated((service.opening ?? []).map((row) => `${wordWeekdays(row.weekdays)}${row.period ? ` (${names.of('periods', row.period)})` : ''}`), 'ou');
  const sessions = service.sessions ?? (service.session ? [service.session] : []);
  const hours = sessions.map(({ from, to }) => `de ${from === null ? '…' : formatTime(from)} à ${to === null ? '…' : formatTime(to)}`);
  const extras = [
    service.openOnHolidays ? 'ouvert aussi les jours fériés' : '',
    service.automatic ? `compté avec ${names.of('services', service.automatic.with)}${ifCondition(service.automatic.when, names)}` : '',
    service.periods ? `seulement pendant : ${names.all('periods', service.periods, 'ou')}` : '',
    service.clock && service.clock !== 'none' ? CLOCKS[service.clock] : '',
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

export const wordSiblings = (siblings: Siblings, names: Names): string =>
  `Le rang compte ${AMONG[siblings.among]}${siblings.services ? ` (${names.services(siblings.services)})` : ''}, ${siblings.order === 'oldestFirst' ? 'de l’aîné au plus jeune' : 'du plus jeune à l’aîné'}.`;

export function wordRegular(row: Regular, names: Names): string {
  const who = row.services ? names.services(row.services) : 'Toutes les prestations';
  if (row.by === 'declared') return `${who} : régulier ou occasionnel selon l’inscription.`;
  if (row.by === 'usualWeek') return `${who} : régulier à partir de ${wordDecimal(row.minDays)} jours habituels par semaine.`;
  return `${who} : régulier à partir de ${wordDecimal(row.minSharePercent)} % des jours ouverts du mois${row.exceptWeekdays?.length ? `, ${wordWeekdays(row.exceptWeekdays)} non compté` : ''}.`;
}

/** What the town's calendar adds to the known one, each with its path. */
export function wordCalendar({ calendar }: Version): ReadLine[] {
  if (!calendar) return [];
  const days = (key: 'officeClosed' | 'extraHolidays', words: string): ReadLine[] =>
    calendar[key]?.length ? [{ at: `calendar.${key}`, text: `${words} ${enumerated(calendar[key].map(formatShortDate))}.` }] : [];
  return [
    ...(calendar.officeWeekdays ? [{ at: 'calendar.officeWeekdays', text: `La mairie est ouverte ${wordWeekdays(calendar.officeWeekdays)}.` }] : []),
    ...days('officeClosed', 'La mairie est fermée'),
    ...days('extraHolidays', 'Jours fériés locaux :'),
    ...(calendar.holidayRegion ? [{ at: 'calendar.holidayRegion', text: `Jours fériés particuliers : ${calendar.holidayRegion}.` }] : []),
    ...(calendar.periods ?? []).map((one, index) => ({ at: `calendar.periods.${index}`, text: `${one.label} : du ${formatShortDate(one.from)} au ${formatShortDate(one.to)} (${one.kind}).` })),
    ...(calendar.breaks ?? []).map((one, index) => ({ at: `calendar.breaks.${index}`, text: `${one.label ?? 'Vacances'} : du ${formatShortDate(one.from)} au ${formatShortDate(one.to)}.` })),
  ];
}
