import { afterAll, beforeAll, beforeEach } from 'vitest';
import { familyMessages } from '../../../src-main/features/families/messages.fr';
import { ledgerMessages } from '../../../src-main/features/ledger/messages.fr';
import { paymentMessages } from '../../../src-main/features/payments/messages.fr';
import type { Recorded } from '../../../src-main/features/payments/schema';
import { paymentsStaff } from '../../../src-main/features/payments/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildFamily } from '../../support/factories/build-family';
import { buildInvoice } from '../../support/factories/build-invoice';
import type { BuiltInvoice, InvoiceToBuild } from '../../support/factories/build-invoice';
import { openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

export const callerOf = createCallerFactory(paymentsStaff);
type Caller = ReturnType<typeof callerOf>;
type Given = Partial<Parameters<Caller['record']>[0]> & { cents: number };

/** A town, a family ALAIN before each test (Paul and Claire, Anna), and who takes its payments. */
export class PaymentDesk {
  house!: TestDatabase;
  staff!: Caller;
  familyId!: number;
  payerIds!: readonly number[];
  private keys = 0;

  invoice(given: Partial<InvoiceToBuild> = {}): Promise<BuiltInvoice> {
    return buildInvoice(this.house.contextOf(), { familyId: this.familyId, payerId: this.payerIds[0]!, ...given });
  }

  record(given: Given): Promise<Recorded> {
    this.keys += 1;
    return this.staff.record({ familyId: this.familyId, means: 'cash', receivedOn: '2026-11-05', requestKey: `test-key-${this.keys}`, ...given });
  }

  async openOf(): Promise<Record<string, number>> {
    const { lines } = await this.staff.account({ familyId: this.familyId });
    return Object.fromEntries(lines.toReversed().map(({ label, openCents }) => [label, openCents]));
  }
}

/** Call at the top of a describe. */
export function openDesk(): PaymentDesk {
  const desk = new PaymentDesk();
  beforeAll(async () => {
    desk.house = await openTestDatabase({ ...familyMessages, ...ledgerMessages, ...paymentMessages });
    desk.staff = callerOf(desk.house.doorOf(STAFF));
  });
  beforeEach(async () => {
    const family = await buildFamily(desk.house.db, { guardians: [{ address: '3 rue du Puits', postcode: '22300', city: 'Saint-Aubin' }, { firstName: 'Claire', lastName: 'Lévêque' }] });
    desk.familyId = family.familyId;
    desk.payerIds = family.guardianIds;
  });
  afterAll(() => desk.house.close());
  return desk;
}
