import { describe, expect, it } from 'vitest';
import type { BookingReceipt } from '../../../src-main/features/bookings/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import { daysInWords, groupedReceipts } from '../../../src-renderer/components/enrolments/grouped-receipts';

const receipt = (id: number, day: string, given: Partial<BookingReceipt> = {}): BookingReceipt => ({
  id, day: localDate(day), at: '2026-11-03T19:40:00.000Z', actorName: 'ALAIN Paul', childName: 'Anna ALAIN', serviceLabel: 'Cantine', action: 'book', outcome: 'accepted', priceCents: 240, ...given,
});

describe('the latest changes of bookings', () => {
  it('put the days of one decision on one line, in order', () => {
    const groups = groupedReceipts([receipt(4, '2026-11-12'), receipt(3, '2026-11-10'), receipt(2, '2026-11-10', { childName: 'Théo ALAIN' }), receipt(1, '2026-11-13', { action: 'cancel' })]);
    expect(groups.map(({ id, days }) => [id, days])).toEqual([[4, ['2026-11-10', '2026-11-12']], [2, ['2026-11-10']], [1, ['2026-11-13']]]);
  });

  it('keep apart what was decided at another time or by another rule', () => {
    expect(groupedReceipts([receipt(3, '2026-11-10'), receipt(2, '2026-11-12', { outcome: 'late', priceCents: 390 }), receipt(1, '2026-11-09', { at: '2026-10-27T19:40:00.000Z' })])).toHaveLength(3);
  });

  it('say the days shortly', () => {
    expect(daysInWords([localDate('2026-11-09'), localDate('2026-11-10'), localDate('2026-11-12')])).toBe('lun. 9/11, mar. 10/11 et jeu. 12/11');
  });
});
