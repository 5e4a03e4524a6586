import { beforeEach, expect, test, vi } from 'vitest';
import { ref, shallowRef } from 'vue';
import { CallRefused } from '../../../portal/client/api/refusal';
import type { Outcome } from '../../../portal/client/pages/bookings/outcome';
import { useInstantSaving } from '../../../portal/client/pages/bookings/use-instant-saving';
import { changesIn, forgetPending, keepChanges } from '../../../portal/client/state/pending-store';
import type { BookPeriodInput, BookPeriodResult, CellChange, CellRefusal, PeriodTable } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

const book = vi.hoisted(() => vi.fn<(input: BookPeriodInput) => Promise<BookPeriodResult>>());
vi.mock('../../../portal/client/api/portal', () => ({ portal: { bookings: { book: { mutate: book } } } }));
vi.mock('../../../portal/client/api/with-session', () => ({ withSession: <Answer>(call: () => Promise<Answer>) => call() }));

const [FROM, TO] = ['2026-11-01', '2026-11-30'] as LocalDate[] as [LocalDate, LocalDate];
const table = { by: 'month', from: FROM, to: TO, children: [] } as unknown as PeriodTable;
const tick = (day: number, booked = true): CellChange => ({ childId: 1, service: 'cantine', day: `2026-11-${day}` as LocalDate, booked });
const want = (...changes: readonly CellChange[]): void => keepChanges(FROM, TO, [...changesIn(FROM, TO), ...changes]);
const saved = (count: number): BookPeriodResult => ({ saved: true, sentence: '', booked: count, cancelled: 0, receiptIds: [1], table });

function open() {
  const parts = { table: shallowRef<PeriodTable | null>(table), refusals: shallowRef<readonly CellRefusal[]>([]), outcome: ref<Outcome | null>(null), show: vi.fn() };
  return { ...parts, ...useInstantSaving(parts) };
}

beforeEach(() => {
  forgetPending();
  book.mockReset();
});

test('quick ticks leave one call at a time, those made meanwhile together', async () => {
  let answer: (result: BookPeriodResult) => void = () => undefined;
  book.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve))).mockResolvedValueOnce(saved(2));
  const board = open();
  want(tick(12));
  const flushing = board.flush();
  expect(board.isSending(tick(12))).toBe(true);
  want(tick(13), tick(16));
  await board.flush();
  expect(book).toHaveBeenCalledTimes(1);
  answer(saved(1));
  await flushing;
  expect(book.mock.calls.map(([{ changes }]) => changes.map(({ day }) => day))).toEqual([['2026-11-12'], ['2026-11-13', '2026-11-16']]);
  expect(changesIn(FROM, TO)).toEqual([]);
  expect(board.outcome.value).toEqual({ tone: 'success', sentence: 'Enregistré : 3\u00a0réservations.', undo: [tick(12, false), tick(13, false), tick(16, false)] });
});

test('what the rules refuse is put back with its reason, the rest is saved', async () => {
  const refusal: CellRefusal = { ...tick(12), sentence: 'Complet.', mayForce: false };
  book.mockResolvedValueOnce({ saved: false, refusals: [refusal], table }).mockResolvedValueOnce(saved(1));
  const board = open();
  want(tick(12), tick(13));
  await board.flush();
  expect(board.refusals.value).toEqual([refusal]);
  expect(book.mock.calls[1]![0].changes).toEqual([tick(13)]);
  expect(changesIn(FROM, TO)).toEqual([]);
});

test('without an answer ticks are kept, and leave at the next try', async () => {
  book.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(saved(1));
  const board = open();
  want(tick(12));
  await board.flush();
  expect(board.waiting.value?.code).toBe('unreachable');
  expect(changesIn(FROM, TO)).toEqual([tick(12)]);
  await board.flush();
  expect(board.waiting.value).toBeNull();
  expect(changesIn(FROM, TO)).toEqual([]);
});

test('a refusal of the whole call puts its ticks back and says so', async () => {
  book.mockRejectedValueOnce(new CallRefused({ code: 'bookings.notYours', message: 'Cet enfant ne fait pas partie de votre foyer.', fields: {}, reference: null }));
  const board = open();
  want(tick(12));
  await board.flush();
  expect(changesIn(FROM, TO)).toEqual([]);
  expect(board.outcome.value).toEqual({ tone: 'danger', sentence: 'Ce changement n’a pas été enregistré. Cet enfant ne fait pas partie de votre foyer.' });
});

test('gone to another month meanwhile: its ticks are saved there, the table shown stays', async () => {
  book.mockResolvedValue(saved(1));
  const board = open();
  want(tick(12));
  const flushing = board.flush();
  board.table.value = { ...table, from: '2026-12-01' as LocalDate, to: '2026-12-31' as LocalDate };
  await flushing;
  expect(board.show).not.toHaveBeenCalled();
  expect(changesIn(FROM, TO)).toEqual([]);
});
