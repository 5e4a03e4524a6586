import type { LedgerContext } from './post-entry';

/**
 * The next number of a series in a year, from 1. Taken inside the write that issues: when that
 * write fails, the number was never given, so that a series has no gap and no double.
 */
export async function takeNumber({ db }: LedgerContext, series: string, year: number): Promise<number> {
  const [row] = await db.runReturning<{ last: number }>(
    `INSERT INTO number_series (series, year, last) VALUES ($series, $year, 1)
     ON CONFLICT (series, year) DO UPDATE SET last = last + 1 RETURNING last`,
    { series, year },
  );
  return row!.last;
}

/** "F-2026-000123" */
export const numberLabel = (series: string, year: number, number: number): string => `${series}-${year}-${String(number).padStart(6, '0')}`;
