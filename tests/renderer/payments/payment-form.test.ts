import { describe, expect, it } from 'vitest';
import { emptyPayment, newRequestKey, toSend } from '../../../src-renderer/components/payments/payment-form';
import { balanceMark, balanceSentence, balanceToCome } from '../../../src-renderer/components/payments/payment-words';
import { paymentsAddressOf, writePaymentsAddress } from '../../../src-renderer/components/payments/payments-address';
import type { FamilyDue } from '../../../src-main/features/payments/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { plainSpaces } from '../../support/plain-spaces';

const today = '2026-11-05' as LocalDate;
const debit = (entryId: number, openCents: number) => ({
  entryId, invoiceId: entryId, label: `Facture F-2026-00000${entryId}`, onDay: today, dueOn: today, overdue: false, payerName: 'ALAIN Paul', payerId: 1, cents: openCents, openCents,
});
const due = (openCents: readonly number[]): FamilyDue => {
  const owedCents = openCents.reduce((sum, cents) => sum + cents, 0);
  return {
    familyId: 7, name: 'ALAIN', today, balanceCents: owedCents, owedCents, overdueCents: 0, creditCents: 0, usualPayerId: 1,
    debits: openCents.map((cents, index) => debit(index + 1, cents)), payers: [{ id: 1, name: 'ALAIN Paul' }],
  };
};

describe('the form of a payment', () => {
  it('proposes all that is due, today, by the usual payer; nothing when nothing is due', () => {
    expect(emptyPayment(due([2000, 500]), 'cheque')).toMatchObject({ cents: 2500, receivedOn: today, payerId: 1, means: 'cheque', isChosen: false });
    expect(emptyPayment(due([]), 'cash').cents).toBeNull();
  });

  it('sends what belongs to its means, and parts only once they are chosen', () => {
    const form = { ...emptyPayment(due([2000, 500]), 'cash'), reference: '771', bank: 'CMB', parts: [{ entryId: 1, cents: null }, { entryId: 2, cents: 300 }] };
    expect(toSend(7, form, 'a-key-of-its-own', false)).toMatchObject({ familyId: 7, reference: '', bank: '', chosen: [], acceptOverpayment: false });
    expect(toSend(7, { ...form, means: 'transfer', isChosen: true }, 'key', true)).toMatchObject({ reference: '771', bank: '', chosen: [{ entryId: 2, cents: 300 }], acceptOverpayment: true });
    expect(toSend(7, { ...form, means: 'cheque', cents: null }, 'key', false)).toMatchObject({ bank: 'CMB', cents: Number.NaN });
  });

  it('makes a key of its own for each payment', () => {
    const keys = Array.from({ length: 50 }, newRequestKey);
    expect(new Set(keys).size).toBe(50);
    expect(keys.every((key) => /^[\da-f]{32}$/.test(key))).toBe(true);
  });
});

describe('words of payments', () => {
  it('tell a balance in each of its three states', () => {
    expect(plainSpaces([3200, 0, -500].map((cents) => balanceMark(cents).label))).toEqual(['Doit 32,00 €', 'À jour', 'Avoir de 5,00 €']);
    expect(plainSpaces(balanceSentence(-500))).toBe('La famille a un avoir de 5,00 € pour sa prochaine facture.');
    expect(plainSpaces([3200, 0, -500].map(balanceToCome))).toEqual(['La famille devra 32,00 €.', 'La famille sera à jour.', 'La famille gardera un avoir de 5,00 €.']);
  });
});

describe('the address of the room of payments', () => {
  it('is read and written alike; what makes no sense is left out', () => {
    const query = { vue: 'liste', q: 'alain', du: '2026-11-01', au: '2026-11-05', mode: 'cheque', reglement: '12' };
    expect(writePaymentsAddress(paymentsAddressOf(query))).toEqual(query);
    expect(writePaymentsAddress(paymentsAddressOf({ famille: '3' }))).toEqual({ famille: '3' });
    expect(writePaymentsAddress(paymentsAddressOf({ vue: 'autre', famille: '-3', du: '2026-02-31', mode: 'troc', reglement: ['1'], q: null }))).toEqual({});
  });
});
