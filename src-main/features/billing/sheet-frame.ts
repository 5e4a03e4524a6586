import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { fullName } from '../families/wording';
import type { Days } from '../rulebook/schema';
import { townOf } from '../town/queries';
import type { BillLine } from './differences';
import { makePaper } from './make-paper';
import type { PaperChild } from './make-paper';
import type { InvoicePaper } from './paper-schema';
import type { FamilyOfPayers, Payer } from './payers';
import { readSettings } from './settings';
import type { BillingSettings } from './schema';
import { splitShares } from './split-shares';

/** What all papers of one issue share. */
export interface Frame {
  readonly town: InvoicePaper['town'];
  readonly settings: BillingSettings;
  readonly period: Days;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly publicUrl: string;
}

/** Reads the town and its texts, as they are now. */
export async function frameOf({ db, publicUrl }: Pick<Context, 'db' | 'publicUrl'>, about: Pick<Frame, 'period' | 'issuedOn' | 'dueOn'>): Promise<Frame> {
  const { name, address, postcode, city, phone, email, siret } = await townOf(db);
  return { town: { name, address, postcode, city, phone, email, siret }, settings: await readSettings(db), publicUrl, ...about };
}

/** Children of some families by their id, in the families' order. */
export async function paperChildren({ db }: Pick<Context, 'db'>, familyIds: readonly number[]): Promise<Map<number, PaperChild>> {
  const rows = await db.select<{ id: number; lastName: string; firstName: string; level: string; schoolName: string; className: string }>(
    `SELECT child.id, last_name AS lastName, first_name AS firstName, level, coalesce(school.name, '') AS schoolName, coalesce(class.name, '') AS className
     FROM family_children link JOIN children child ON child.id = link.child_id
     LEFT JOIN schools school ON school.id = child.school_id LEFT JOIN classes class ON class.id = child.class_id
     WHERE link.family_id IN (SELECT value FROM json_each($ids)) ORDER BY link.family_id, link.position, child.id`,
    { ids: JSON.stringify(familyIds) },
  );
  return new Map(rows.map((row) => [row.id, {
    id: row.id, name: fullName(row), place: [row.schoolName, row.className || row.level].filter((word) => word !== '').join(', '),
  }]));
}

/** A payer's part of a bill to be. Cents; below zero: a credit note. */
export interface Share {
  readonly payer: Payer;
  readonly cents: number;
}

/** Where parents read an invoice, as its QR code says. */
export const portalUrlOf = ({ publicUrl }: Pick<Context, 'publicUrl'>, label: string): string => `${publicUrl}/factures/${label}`;

/** Parts of a total that are worth a paper: a payer of nothing gets none. */
export function sharesOf({ payers }: FamilyOfPayers, totalCents: number): Share[] {
  const parts = splitShares(totalCents, payers.map(({ percent }) => percent));
  return payers.map((payer, place) => ({ payer, cents: parts[place]! })).filter(({ cents }) => cents !== 0);
}

export interface Bill {
  readonly family: FamilyOfPayers;
  readonly lines: readonly BillLine[];
  readonly totalCents: number;
}

/** The paper of one share. */
export function paperOf(frame: Frame, { family, lines, totalCents }: Bill, share: Share, label: string, children: ReadonlyMap<number, PaperChild>, cancels: InvoicePaper['cancels'] = null): InvoicePaper {
  const { settings, payer } = { settings: frame.settings, payer: share.payer };
  const isCredit = totalCents < 0;
  return makePaper({
    kind: isCredit ? 'creditNote' : 'invoice',
    label,
    town: frame.town,
    texts: {
      header: settings.header, payment: isCredit ? '' : settings.paymentText, recourse: settings.recourseText, footer: settings.footer,
      issuerName: settings.issuerName, issuerQuality: settings.issuerQuality,
    },
    payer: { name: payer.name, address: payer.address, postcode: payer.postcode, city: payer.city },
    family: { id: family.familyId, name: family.name },
    period: frame.period,
    issuedOn: frame.issuedOn,
    dueOn: isCredit ? null : frame.dueOn,
    cancels,
    billCents: totalCents,
    share: payer.percent === 100 ? null : { percent: payer.percent, label: `${payer.percent}\u202f%` },
    totalCents: share.cents,
    portalUrl: portalUrlOf(frame, label),
  }, lines, children);
}
