import { beforeEach, expect, test, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { useBoard } from '../../../portal/client/pages/bookings/use-board';
import { changesIn, forgetPending } from '../../../portal/client/state/pending-store';
import type { BookPeriodInput, BookPeriodResult, CellChange, PeriodTable } from '../../../src-main/features/bookings/schema';
import { addDays } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';

const { period, book } = vi.hoisted(() => ({
  period: vi.fn<(input: { day?: LocalDate }) => Promise<PeriodTable>>(), book: vi.fn<(input: BookPeriodInput) => Promise<BookPeriodResult>>(),
}));
vi.mock('../../../portal/client/api/portal', () => ({ portal: { bookings: { period: { query: period }, book: { mutate: book } } } }));
vi.mock('../../../portal/client/api/with-session', () => ({ withSession: <Answer>(call: () => Promise<Answer>) => call() }));
const [THIS, NEXT] = ['2026-11-09', '2026-11-16'] as LocalDate[] as [LocalDate, LocalDate];
const week = (from: LocalDate): PeriodTable => ({
  by: 'week', from, to: addDays(from, 6), today: '2026-11-05', children: [{ childId: 1, rows: [{ service: 'cantine', cells: [{ day: addDays(from, 1), state: 'free', mayChange: true }] }] }],
} as unknown as PeriodTable);
/** Longer than ticks in a row are waited for. */
const PRICED_WITHIN_MS = 200;
const tick: CellChange = { childId: 1, service: 'cantine', day: '2026-11-10' as LocalDate, booked: true };

/** An answer that is given when the test says so. */
function later<Answer>() {
  let give: (answer: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((resolve) => (give = resolve));
  return { promise, give };
}

/** The board of this week, which has come; without a page around it. */
async function open() {
  const asked = ref<LocalDate>(THIS);
  period.mockResolvedValueOnce(week(THIS));
  const board = effectScope().run(() => useBoard(() => asked.value, { by: 'week', immediate: false }))!;
  await vi.waitFor(() => expect(board.table.value?.from).toBe(THIS));
  return { asked, board };
}

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined });
  // There is no page whose end could be waited for.
  vi.spyOn(console, 'warn').mockReturnValue();
  forgetPending();
  period.mockReset();
  book.mockReset();
});

test('what is ticked while another week comes is kept, and does not bring this one back', async () => {
  const { asked, board } = await open();
  const next = later<PeriodTable>();
  period.mockReturnValueOnce(next.promise).mockResolvedValue(week(THIS));
  asked.value = NEXT;
  await vi.waitFor(() => expect(period).toHaveBeenCalledTimes(2));
  board.want([tick]);
  await new Promise((resolve) => setTimeout(resolve, PRICED_WITHIN_MS));
  next.give(week(NEXT));
  await vi.waitFor(() => expect(board.table.value?.from).toBe(NEXT));
  expect(period).toHaveBeenCalledTimes(2);
  expect(changesIn(THIS, addDays(THIS, 6))).toEqual([tick]);
});

test('a save that is answered once the parent has gone on tells its outcome, and leaves the week that was asked for', async () => {
  const { asked, board } = await open();
  period.mockImplementation(async ({ day }) => week(day!));
  board.want([tick]);
  const saved = later<BookPeriodResult>();
  book.mockReturnValueOnce(saved.promise);
  const saving = board.save();
  asked.value = NEXT;
  await vi.waitFor(() => expect(board.table.value?.from).toBe(NEXT));
  saved.give({ saved: true, sentence: 'C’est réservé.', booked: 1, cancelled: 0, receiptIds: [1], table: week(THIS) });
  await saving;
  expect(board.table.value?.from).toBe(NEXT);
  expect(board.outcome.value?.sentence).toBe('C’est réservé.');
  expect(changesIn(THIS, addDays(THIS, 6))).toEqual([]);
});
