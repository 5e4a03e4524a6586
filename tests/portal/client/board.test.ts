import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useBoard } from '../../../portal/client/pages/bookings/use-board';
import type { Board } from '../../../portal/client/pages/bookings/use-board';
import { forgetPending } from '../../../portal/client/state/pending-store';
import type { PeriodRequest, PeriodTable } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

const period = vi.hoisted(() => vi.fn<(input: PeriodRequest) => Promise<PeriodTable>>());
vi.mock('../../../portal/client/api/portal', () => ({ portal: { bookings: { period: { query: period } } } }));
vi.mock('../../../portal/client/api/with-session', () => ({ withSession: <Answer>(call: () => Promise<Answer>) => call() }));

const [FIRST, SECOND] = ['2026-11-09', '2026-11-16'] as LocalDate[] as [LocalDate, LocalDate];
const week = (from: LocalDate, to: string) => ({ by: 'week', from, to, today: '2026-11-05', children: [] }) as unknown as PeriodTable;
const WEEKS = { [FIRST]: week(FIRST, '2026-11-15'), [SECOND]: week(SECOND, '2026-11-22') };
const asked = ref<LocalDate>(FIRST);
const heard = new Map<string, () => void>();
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await nextTick();
};
let now = 0;
let scope = effectScope();
const open = (): Board => scope.run(() => useBoard(() => asked.value, { by: 'week', immediate: false }))!;

beforeEach(() => {
  forgetPending();
  scope = effectScope();
  asked.value = FIRST;
  now = 1000;
  const listen = (name: string, act: () => void) => heard.set(name, act);
  vi.stubGlobal('addEventListener', listen);
  vi.stubGlobal('document', { addEventListener: listen, visibilityState: 'visible' });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(console, 'warn').mockReturnValue();
  period.mockReset().mockImplementation(({ day }) => Promise.resolve(WEEKS[day as LocalDate]!));
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a week that could not be had is asked for again, not the one still shown', async () => {
  const board = open();
  await settled();
  period.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  asked.value = SECOND;
  await settled();
  expect([board.table.value?.from, board.astray.value, board.failure.value?.code]).toEqual([FIRST, true, 'unreachable']);

  period.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  board.goAgain(SECOND);
  await settled();
  expect(board.astray.value).toBe(true);
  heard.get('online')!();
  await settled();
  expect(period.mock.calls.map(([{ day }]) => day)).toEqual([FIRST, SECOND, SECOND, SECOND]);
  expect([board.table.value?.from, board.astray.value, board.failure.value]).toEqual([SECOND, false, null]);
  board.goAgain(SECOND);
  expect(period).toHaveBeenCalledTimes(4);
});

test('a page come back to after a while is read anew', async () => {
  open();
  await settled();
  heard.get('visibilitychange')!();
  expect(period).toHaveBeenCalledTimes(1);
  now += 61_000;
  heard.get('visibilitychange')!();
  expect(period).toHaveBeenCalledTimes(2);
});
