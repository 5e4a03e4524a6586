import type { z } from 'zod';
import type { Database } from '../../platform/database/database';
import { searchFamilies } from '../families/list-families';
import { balancesOf } from '../ledger/account';
import type { findInput } from './shape/inputs';
import type { FoundDebtor } from './shape/answers';

interface InvoiceRow {
  readonly familyId: number;
  readonly entryId: number | null;
  readonly label: string;
}

/**
 * Families found by the number of an invoice ("F-2026-000123", "2026-123", "123"), by their name, an
 * adult or a child. Those found by an invoice come first, then those who owe.
 */
export async function findDebtors(db: Database, { text, limit }: z.output<typeof findInput>): Promise<FoundDebtor[]> {
  const [invoices, named] = await Promise.all([invoicesNumbered(db, text, limit), searchFamilies(db, { text, archived: true, limit })]);
  const missing = [...new Set(invoices.map(({ familyId }) => familyId))].filter((id) => !named.some((family) => family.id === id));
  const families = [...named, ...await familiesById(db, missing)];
  const balances = await balancesOf(db, families.map(({ id }) => id));
  const found = families.map(({ id, name, archived, children }): FoundDebtor => {
    const invoice = invoices.find(({ familyId }) => familyId === id);
    return {
      familyId: id, name, archived, children: children.map(({ firstName }) => firstName).join(', '), balanceCents: balances.get(id)!,
      invoice: invoice ? { entryId: invoice.entryId, label: invoice.label } : null,
    };
  });
  return found.sort((left, right) => Number(right.invoice !== null) - Number(left.invoice !== null)).slice(0, limit);
}

const familiesById = async (db: Database, ids: readonly number[]): Promise<readonly Family[]> => {
  if (ids.length === 0) return [];
  const rows = await db.select<{ id: number; name: string; archived: number; firstName: string | null }>(
    `SELECT family.id, family.name, family.archived_at IS NOT NULL AS archived, child.first_name AS firstName FROM families family
     LEFT JOIN family_children link ON link.family_id = family.id LEFT JOIN children child ON child.id = link.child_id
     WHERE family.id IN (SELECT value FROM json_each($ids)) ORDER BY family.id, link.position`,
    { ids: JSON.stringify(ids) },
  );
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    return own[0] ? [{ id, name: own[0].name, archived: own[0].archived === 1, children: own.flatMap(({ firstName }) => (firstName ? [{ firstName }] : [])) }] : [];
  });
};

interface Family {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  readonly children: readonly { readonly firstName: string }[];
}

const NUMBERED = /^\s*(?:([a-z]{1,8})[\s-]*)?(?:(20\d{2})[\s-]+)?0*(\d{1,6})\s*$/i;

/** Invoices whose number is typed, whole or in part, the newest first. */
async function invoicesNumbered(db: Database, text: string, limit: number): Promise<InvoiceRow[]> {
  const typed = NUMBERED.exec(text);
  if (!typed) return [];
  return db.select<InvoiceRow>(
    `SELECT family_id AS familyId, entry_id AS entryId, label FROM invoices
     WHERE number = $number AND ($series = '' OR series = $series) AND ($year = 0 OR year = $year) ORDER BY id DESC LIMIT $limit`,
    { number: Number(typed[3]), series: (typed[1] ?? '').toUpperCase(), year: Number(typed[2] ?? 0), limit },
  );
}
