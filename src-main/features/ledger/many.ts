import type { LedgerContext } from './post-entry';
import type { NewEntry } from './schema';

/** Like `takeNumber`, so many at once: gives the first; the others follow. Inside the write that issues. */
export async function takeNumbers({ db }: LedgerContext, series: string, year: number, count: number): Promise<number> {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`no count of numbers: ${count}`);
  const [row] = await db.runReturning<{ last: number }>(
    `INSERT INTO number_series (series, year, last) VALUES ($series, $year, $count)
     ON CONFLICT (series, year) DO UPDATE SET last = last + $count RETURNING last`,
    { series, year, count },
  );
  return row!.last - count + 1;
}

/** Like `postEntry`, many at once: one statement. Their labels must differ; gives their ids by label. */
export async function postEntries({ db, clock }: LedgerContext, entries: readonly NewEntry[]): Promise<ReadonlyMap<string, number>> {
  if (entries.some(({ cents }) => !Number.isSafeInteger(cents) || cents === 0)) throw new RangeError('an entry has no amount of a ledger');
  const rows = await db.runReturning<{ id: number; label: string }>(
    `INSERT INTO ledger_entries (family_id, kind, cents, label, on_day, due_on, at)
     SELECT value ->> 'familyId', value ->> 'kind', value ->> 'cents', value ->> 'label', value ->> 'onDay', value ->> 'dueOn', $at FROM json_each($entries)
     RETURNING id, label`,
    { entries: JSON.stringify(entries), at: clock.now() },
  );
  return new Map(rows.map(({ id, label }) => [label, id]));
}
