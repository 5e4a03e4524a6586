import { router, staffProcedure } from '../../platform/procedures/procedures';
import { balancesOf } from '../ledger/account';
import { changeAllocation } from './change-allocation';
import { familyAccount } from './family-account';
import { familyDue } from './family-due';
import { findDebtors } from './find-debtors';
import { listPayments } from './list-payments';
import { readPayment } from './read-payment';
import { recordPayment } from './record-payment';
import { reversePayment } from './reverse-payment';
import { balancesInput, changeAllocationInput, familyInput, findInput, listInput, paymentInput, recordInput, reverseInput, unpaidInput } from './schema';
import { unpaid } from './unpaid';

const reading = staffProcedure('payments.read');
const writing = staffProcedure('payments.write');

export const paymentsStaff = router({
  /** Families by name, child or number of an invoice, with their balance. */
  find: reading.input(findInput).query(({ ctx, input }) => findDebtors(ctx.db, input)),
  /** What a family owes, invoice by invoice. */
  due: reading.input(familyInput).query(({ ctx, input }) => familyDue(ctx, input.familyId)),
  list: reading.input(listInput).query(({ ctx, input }) => listPayments(ctx.db, input)),
  read: reading.input(paymentInput).query(({ ctx, input }) => readPayment(ctx.db, input.paymentId)),
  unpaid: reading.input(unpaidInput).query(({ ctx, input }) => unpaid(ctx, input)),
  /** Balances of the families that a page shows, in one read. */
  balances: reading.input(balancesInput).query(async ({ ctx, input }) =>
    [...await balancesOf(ctx.db, input.familyIds)].map(([familyId, balanceCents]) => ({ familyId, balanceCents }))),
  account: reading.input(familyInput).query(({ ctx, input }) => familyAccount(ctx, input.familyId)),
  record: writing.input(recordInput).mutation(({ ctx, input }) => recordPayment(ctx, input)),
  reverse: writing.input(reverseInput).mutation(async ({ ctx, input }) => {
    await reversePayment(ctx, input);
    return readPayment(ctx.db, input.paymentId);
  }),
  changeAllocation: writing.input(changeAllocationInput).mutation(async ({ ctx, input }) => {
    await changeAllocation(ctx, input);
    return readPayment(ctx.db, input.paymentId);
  }),
});
