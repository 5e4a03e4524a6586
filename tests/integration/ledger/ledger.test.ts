import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountOf, balancesOf } from '../../../src-main/features/ledger/account';
import { allocate, allocateOldestFirst, freeEntry } from '../../../src-main/features/ledger/allocate';
import { checkAccounts } from '../../../src-main/features/ledger/check-accounts';
import { checkLedger } from '../../../src-main/features/ledger/check-ledger';
import { ledgerMessages } from '../../../src-main/features/ledger/messages.fr';
import { numberLabel, takeNumber } from '../../../src-main/features/ledger/numbers';
import { postEntry } from '../../../src-main/features/ledger/post-entry';
import type { NewEntry } from '../../../src-main/features/ledger/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import type { Context } from '../../../src-main/platform/procedures/services';
import { buildFamily } from '../../support/factories/build-family';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const TODAY = localDate('2026-11-05');

describe('the ledger', () => {
  let town: TestDatabase;
  let context: Context;
  let familyId: number;
  beforeAll(async () => {
    town = await openTestDatabase(ledgerMessages);
    context = town.contextOf();
  });
  beforeEach(async () => {
    ({ familyId } = await buildFamily(town.db));
  });
  afterAll(() => town.close());

  const post = (entry: Partial<NewEntry> & { cents: number }): Promise<number> =>
    town.db.write(() => postEntry(context, { familyId, kind: entry.cents > 0 ? 'invoice' : 'payment', label: 'Facture', onDay: TODAY, ...entry }));
  const openOf = async (): Promise<number[]> => (await accountOf(town.db, familyId, TODAY)).entries.map(({ openCents }) => openCents);

  it('settles the debit to be paid first, whatever the order of writing, and keeps the rest as credit', async () => {
    await post({ cents: 3000, dueOn: localDate('2026-12-31') });
    await post({ cents: 2000, dueOn: localDate('2026-10-31') });
    await post({ cents: -2500 });
    await town.db.write(() => allocateOldestFirst(context, familyId));
    expect(await openOf()).toEqual([2500, 0, 0]);
    expect(await accountOf(town.db, familyId, TODAY)).toMatchObject({ balanceCents: 2500, overdueCents: 0 });
    await post({ cents: -4000 });
    await town.db.write(() => allocateOldestFirst(context, familyId));
    expect(await openOf()).toEqual([0, 0, 0, 1500]);
    expect(await accountOf(town.db, familyId, TODAY)).toMatchObject({ balanceCents: -1500 });
  });

  it('tells what is past its last day, and the balance after each entry', async () => {
    await post({ cents: 2000, dueOn: localDate('2026-11-04') });
    await post({ cents: 3000, dueOn: TODAY });
    await post({ cents: -500 });
    await town.db.write(() => allocateOldestFirst(context, familyId));
    const account = await accountOf(town.db, familyId, TODAY);
    expect(account).toMatchObject({ balanceCents: 4500, overdueCents: 1500 });
    expect(account.entries.map(({ balanceCents }) => balanceCents)).toEqual([2000, 5000, 4500]);
  });

  it('refuses to settle more than either has left, or entries of two families, and changes nothing', async () => {
    const debit = await post({ cents: 2000, label: 'Facture F-2026-000001' });
    const credit = await post({ cents: -5000 });
    const refusal = await refusalOf(town.db.write(() => allocate(context, credit, debit, 2001)), town.services);
    expect(refusal).toMatchObject({ code: 'ledger.overAllocated', message: expect.stringContaining('« Facture F-2026-000001 » n’a plus que 20,00\u202f€') as string });
    const other = await buildFamily(town.db);
    const stranger = await post({ cents: 100, familyId: other.familyId });
    await expect(town.db.write(() => allocate(context, credit, stranger, 100))).rejects.toThrow(RangeError);
    await expect(town.db.write(() => allocate(context, debit, credit, 100))).rejects.toThrow(RangeError);
    await expect(post({ cents: 0 })).rejects.toThrow(RangeError);
    expect(await openOf()).toEqual([2000, 5000]);
  });

  it('undoes allocations by rows below zero: nothing is deleted', async () => {
    const debit = await post({ cents: 2000 });
    const credit = await post({ cents: -2000 });
    await town.db.write(() => allocate(context, credit, debit, 1200));
    await town.db.write(() => freeEntry(context, debit));
    await town.db.write(() => freeEntry(context, debit));
    const rows = await town.db.select<{ cents: number }>('SELECT cents FROM allocations WHERE debit_id = $debit ORDER BY id', { debit });
    expect(rows.map(({ cents }) => cents)).toEqual([1200, -1200]);
    expect(await openOf()).toEqual([2000, 2000]);
    await expect(town.db.write(() => town.db.run('DELETE FROM ledger_entries'))).rejects.toThrow('append-only');
    await expect(town.db.write(() => town.db.run('UPDATE allocations SET cents = 1'))).rejects.toThrow('append-only');
  });

  it('gives numbers without gap: one taken in a write that fails is given again', async () => {
    const take = (): Promise<number> => town.db.write(() => takeNumber(context, 'T', 2026));
    expect(await Promise.all([take(), take(), take()])).toEqual([1, 2, 3]);
    const lost = town.db.write(async () => {
      await takeNumber(context, 'T', 2026);
      throw new Error('power cut');
    });
    await expect(lost).rejects.toThrow('power cut');
    expect(await take()).toBe(4);
    expect(await town.db.write(() => takeNumber(context, 'T', 2027))).toBe(1);
    expect(numberLabel('F', 2026, 123)).toBe('F-2026-000123');
  });

  it('knows many balances in one read, and tells each fault in French', async () => {
    const other = await buildFamily(town.db);
    const debit = await post({ cents: 2000, label: 'Facture F-2026-000009' });
    const credit = await post({ cents: -500, familyId: other.familyId, label: 'Règlement R-2026-000009' });
    expect(await balancesOf(town.db, [familyId, other.familyId, 99_999])).toEqual(new Map([[familyId, 2000], [other.familyId, -500], [99_999, 0]]));
    const earlier = await checkAccounts(town.db);
    await town.db.write(() => town.db.run('INSERT INTO allocations (credit_id, debit_id, cents, at) VALUES ($credit, $debit, 2500, $at)', { credit, debit, at: town.clock.now() }));
    const sentences = (await checkAccounts(town.db)).map(({ sentence }) => sentence.replaceAll('\u202f', ' '));
    expect(earlier).toEqual([]);
    expect(sentences).toEqual([
      '« Facture F-2026-000009 » (20,00 €) est affecté pour 25,00 €.',
      '« Règlement R-2026-000009 » (-5,00 €) est affecté pour 25,00 €.',
      '« Règlement R-2026-000009 » ne peut pas solder « Facture F-2026-000009 ».',
      'Le solde (20,00 €) diffère de ce qui reste ouvert (-5,00 €).',
      'Le solde (-5,00 €) diffère de ce qui reste ouvert (20,00 €).',
    ]);
    const words = (await checkLedger(town.db)).map(({ sentence }) => sentence);
    expect(words).toContain('L’écriture « Facture F-2026-000009 » ne vient d’aucune pièce.');
    expect(words).toContain('La série T-2026 a donné 4\u00a0numéros pour 0\u00a0pièce.');
  });
});
