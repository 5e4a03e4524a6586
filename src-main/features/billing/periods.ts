import { addMonths, firstOfMonth, lastOfMonth } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import type { Days } from '../rulebook/schema';
import { localToday } from '../town/queries';
import { monthsOf, periodLabel } from './months';
import type { Month } from './months';
import type { PeriodChoice } from './schema';

const MONTHS_OFFERED = 6;

/** What staff should know before they invoice a period; null: nothing speaks against it. */
export function periodWarning(period: Days, today: LocalDate): string | null {
  if (period.from > today) return 'Cette période n’a pas commencé\u00a0: seules les réservations déjà faites seraient facturées.';
  return period.to >= today ? 'Cette période n’est pas terminée\u00a0: ce qui change d’ici sa fin sera régularisé sur la facture suivante.' : null;
}

/** The months that staff may invoice, the newest first. */
export async function periodChoices(context: Pick<Context, 'db' | 'clock'>): Promise<readonly PeriodChoice[]> {
  const today = await localToday(context);
  const invoiced = new Set(await invoicedBefore(context.db));
  const choices = Array.from({ length: MONTHS_OFFERED }, (_, back): Omit<PeriodChoice, 'isNext'> => {
    const from = addMonths(firstOfMonth(today), -back);
    const period = { from, to: lastOfMonth(from) };
    return { ...period, label: periodLabel(period), warning: periodWarning(period, today), wasInvoiced: monthsOf(period).every((month) => invoiced.has(month)) };
  });
  const next = choices.find(({ warning, wasInvoiced }) => warning === null && !wasInvoiced) ?? choices[0];
  return choices.map((choice) => ({ ...choice, isNext: choice === next }));
}

async function invoicedBefore(db: Context['db']): Promise<Month[]> {
  return (await db.select<Days>("SELECT from_on AS \"from\", to_on AS \"to\" FROM invoice_runs WHERE state <> 'abandoned'")).flatMap(monthsOf);
}
