import { formatDay, formatMoment } from '../../kernel/french-dates';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { enumerated } from '../../kernel/text';
import type { Calendar, Rulebook } from '../rulebook/schema';
import { limitOf } from '../rulebook/limits';
import { openingOf } from '../rulebook/opening';
import { versionOn } from '../rulebook/versions';

interface Asked {
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly services: readonly { readonly id: string; readonly label: string }[];
  readonly days: readonly LocalDate[];
  readonly now: LocalDateTime;
}

/**
 * The deadlines of a period, always written on the page (guides §3): the next limit still to come
 * and what it is for, one sentence for services that share it; when all are past, it says so.
 */
export function deadlineSentences(asked: Asked): string[] {
  const labelsBySentence = new Map<string, string[]>();
  for (const service of asked.services) {
    const sentence = nextDeadline(asked, service.id);
    if (!sentence) continue;
    const labels = labelsBySentence.get(sentence) ?? [];
    labelsBySentence.set(sentence, [...labels, service.label]);
  }
  const alone = labelsBySentence.size === 1;
  return [...labelsBySentence].map(([sentence, labels]) => (alone ? sentence : `${enumerated(labels.map((label) => `«\u00a0${label}\u00a0»`))} : ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`));
}

function nextDeadline({ rulebook, calendar, days, now }: Asked, service: string): string | null {
  const open = days.filter((day) => {
    const version = versionOn(rulebook, day);
    return version !== null && openingOf(version, calendar, service, day).open;
  });
  const limits = open.flatMap((day) => {
    const limit = bookingLimit(rulebook, calendar, service, day);
    return limit === null ? [] : [{ day, limit }];
  });
  if (limits.length === 0) return null;
  if (limits.every(({ limit }) => limit === 'none')) return 'Réservation possible à tout moment.';
  const timed = limits.filter((one): one is { day: LocalDate; limit: LocalDateTime } => one.limit !== 'none' && one.limit !== 'never');
  const next = timed.filter(({ limit }) => limit >= now).sort((left, right) => (left.limit < right.limit ? -1 : 1))[0];
  if (!next) return pastSentence(timed.map(({ limit }) => limit));
  const same = timed.filter(({ limit }) => limit === next.limit).map(({ day }) => day);
  const whole = same.length === timed.length;
  return whole
    ? `Réservation jusqu’au ${formatMoment(next.limit)} pour toute la période.`
    : `Réservation jusqu’au ${formatMoment(next.limit)} pour ${listDays(same)} ; un délai par jour pour la suite.`;
}

/** The date is told even when it is over (guides, 3): the last one, when each day had its own. */
function pastSentence(limits: readonly LocalDateTime[]): string {
  const last = [...limits].sort().at(-1);
  if (!last) return 'La réservation ne se fait pas en ligne sur cette période.';
  return `La date limite de réservation de cette période est passée : ${new Set(limits).size > 1 ? 'la dernière était' : 'c’était'} le ${formatMoment(last)}.`;
}

const listDays = (days: readonly LocalDate[]): string => days.map((day) => `le ${formatDay(day)}`).join(' et ');

function bookingLimit(rulebook: Rulebook, calendar: Calendar, service: string, day: LocalDate) {
  const version = versionOn(rulebook, day);
  const row = version?.booking.find((one) => one.book && (!one.services || one.services.includes(service)));
  return version && row?.book?.limit ? limitOf(version, calendar, row.book.limit, service, day) : null;
}
