import { formatDate } from '../../kernel/french-dates';
import { localDate } from '../../kernel/local-date';
import type { RefusalWording } from '../../kernel/errors';

const date = (value: unknown): string => formatDate(localDate(String(value)));

export const enrolmentMessages = {
  'enrolments.unknownService': ({ day }) => `Cette prestation n’est pas prévue par le règlement au ${date(day)}. Choisissez-en une autre, ou complétez les prestations et tarifs.`,
  'enrolments.overlap': ({ service, from, to }) =>
    `L’enfant est déjà inscrit à « ${String(service)} » depuis le ${date(from)}${to ? ` jusqu’au ${date(to)}` : ''}. Terminez d’abord cette inscription, ou changez sa semaine type.`,
  'enrolments.closedWeekday': ({ service, weekdays }) => `« ${String(service)} » n’a jamais lieu le ${String(weekdays)}. Retirez ce jour de la semaine type.`,
  'enrolments.beforeStart': ({ from }) => `Cette date précède le début de l’inscription, le ${date(from)}.`,
  'enrolments.afterEnd': ({ to }) => `Cette date suit la fin de l’inscription, le ${date(to)}.`,
  'enrolments.used': () => 'Des jours de cette inscription ont déjà compté : elle ne peut plus être retirée. Terminez-la à sa dernière journée.',
} satisfies RefusalWording;
