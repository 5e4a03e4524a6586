import type { Version } from '../../../src-main/features/rulebook/schema';

type Row = { readonly services?: string[] | undefined };

/**
 * A version without a service: rows that were about it alone go with it, the others forget it. A
 * row without `services` is about all of them and stays.
 */
export function withoutService(version: Version, id: string): Partial<Version> {
  const kept = <T extends Row>(rows: readonly T[]): T[] =>
    rows.flatMap((row) => {
      if (!row.services?.includes(id)) return [row];
      const services = row.services.filter((one) => one !== id);
      return services.length === 0 ? [] : [{ ...row, services }];
    });
  const optional = <Key extends 'adjustments' | 'absences' | 'bundles' | 'charges' | 'aids' | 'admission' | 'counters' | 'regular'>(key: Key): Partial<Version> =>
    version[key] ? { [key]: kept<Row>(version[key]) } : {};
  return {
    services: version.services.filter((service) => service.id !== id),
    booking: kept(version.booking),
    prices: kept(version.prices),
    ...optional('adjustments'), ...optional('absences'), ...optional('bundles'), ...optional('charges'), ...optional('aids'),
    ...optional('admission'), ...optional('counters'), ...optional('regular'),
    ...(version.calendar && { calendar: { ...version.calendar, ...(version.calendar.closures && { closures: kept(version.calendar.closures) }) } }),
  };
}
