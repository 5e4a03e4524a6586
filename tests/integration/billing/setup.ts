import { afterAll, beforeAll } from 'vitest';
import { attendanceMessages } from '../../../src-main/features/attendance/messages.fr';
import { checkAccounts } from '../../../src-main/features/billing/check-billing';
import { issueRun } from '../../../src-main/features/billing/issue-run';
import { billingMessages } from '../../../src-main/features/billing/messages.fr';
import { invoicePaper } from '../../../src-main/features/billing/paper-schema';
import type { InvoicePaper, RunOverview } from '../../../src-main/features/billing/schema';
import { billingStaff } from '../../../src-main/features/billing/staff';
import { startRun } from '../../../src-main/features/billing/start-run';
import { invoicesParent } from '../../../src-main/features/billing/parent';
import { familyMessages } from '../../../src-main/features/families/messages.fr';
import { lastOfMonth } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import type { FamilyToBuild } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

export const staffOf = createCallerFactory(billingStaff);
export const parentOf = createCallerFactory(invoicesParent);

/** A meal at 3,20 €, 2,00 € with a quotient up to 700; an absence is free with a certificate, else due. */
export const RULES = {
  absences: [
    { id: 'certificat', label: 'Certificat médical', when: { proof: { kinds: ['medical'] } }, charge: 'none' as const },
    { id: 'due', label: 'Absence non justifiée', charge: 'full' as const },
  ],
  prices: [
    { id: 'aide', label: 'Repas, tarif aidé', services: ['cantine-1', 'cantine-2'], when: { measure: { id: 'qf', max: '700' } }, price: 200 },
    { id: 'repas', label: 'Repas', services: ['cantine-1', 'cantine-2'], price: 320 },
  ],
};

export interface Eaters {
  readonly familyId: number;
  readonly guardianIds: readonly number[];
  readonly childIds: readonly number[];
}

let dossier = 0;

/** A town with rules in force, whose clock stands at 5 November 2026, 10:01. */
export class BillingTown {
  house!: TestDatabase;
  staff!: ReturnType<typeof staffOf>;

  get db() {
    return this.house.db;
  }

  /** A family whose children eat on Mondays (or on other days) from September on. */
  async eaters(given: FamilyToBuild & { week?: ('mon' | 'tue' | 'thu' | 'fri')[] } = {}): Promise<Eaters> {
    dossier += 1;
    const { week = ['mon'], ...family } = given;
    const built = await buildFamily(this.db, {
      name: `FAMILLE ${String(dossier).padStart(3, '0')}`, guardians: [{ address: '3 rue du Puits', postcode: '22300', city: 'Saint-Aubin' }], quotients: [{ value: '900', fromOn: '2026-01-01' }], ...family,
    });
    for (const childId of built.childIds) await buildEnrolment(this.db, { childId, week });
    return built;
  }

  set(time: string): void {
    this.house.clock.set(at(time));
  }

  start(month: string): Promise<{ runId: number }> {
    const from = `${month}-01` as LocalDate;
    return startRun(this.house.contextOf(), { from, to: lastOfMonth(from) });
  }

  /** Invoices a month from its beginning to its end. */
  async invoice(month: string): Promise<RunOverview> {
    const { runId } = await this.start(month);
    return issueRun(this.house.contextOf(), runId);
  }

  async papersOf(familyId: number): Promise<InvoicePaper[]> {
    const rows = await this.db.select<{ paper: string }>('SELECT paper FROM invoices WHERE family_id = $familyId ORDER BY id', { familyId });
    return rows.map(({ paper }) => invoicePaper.parse(JSON.parse(paper)));
  }

  /** What does not add up in the whole town; always to be empty. */
  async faults(): Promise<string[]> {
    return (await checkAccounts(this.db)).faults.map(({ sentence }) => sentence);
  }

  balance(familyId: number): Promise<number> {
    return this.db.selectOne<{ cents: number }>('SELECT coalesce(sum(cents), 0) AS cents FROM ledger_entries WHERE family_id = $familyId', { familyId }).then((row) => row!.cents);
  }
}

/** Call at the top of a describe. */
export function openTown(rules: Parameters<typeof buildRulebook>[1] = {}): BillingTown {
  const town = new BillingTown();
  beforeAll(async () => {
    town.house = await openTestDatabase({ ...familyMessages, ...billingMessages, ...attendanceMessages });
    await buildRulebook(town.db, { ...RULES, ...rules });
    town.staff = staffOf(town.house.doorOf(STAFF));
  });
  afterAll(() => town.house.close());
  return town;
}
