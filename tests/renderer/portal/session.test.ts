import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepChanges, pendingTicks } from '../../../portal/client/state/pending-store';
import { noticeOtherParent, refreshSession, session } from '../../../portal/client/state/session';
import { localDate } from '../../../src-main/kernel/local-date';

/** Who the portal says is signed in; null: it does not answer. */
let signedIn: string | null = 'palain';
const assign = vi.fn();

beforeEach(() => {
  sessionStorage.clear();
  signedIn = 'palain';
  vi.stubGlobal('fetch', () => (signedIn === null ? Promise.reject(new TypeError('offline')) : Promise.resolve(Response.json({ town: null, parent: { identifier: signedIn } }))));
  vi.stubGlobal('location', { assign });
});
afterEach(() => {
  vi.unstubAllGlobals();
  assign.mockReset();
});

const monday = localDate('2026-11-09');
const tick = (): void => keepChanges(monday, monday, [{ childId: 1, service: 'cantine', day: monday, booked: true }]);

test('ticks outlive an ended session for the same parent, not for the next one', async () => {
  await refreshSession();
  tick();
  await refreshSession();
  expect(pendingTicks.value).toHaveLength(1);
  signedIn = 'cbaconnais';
  await refreshSession();
  expect(pendingTicks.value).toEqual([]);
});

test('another parent who signed in from another tab: this one starts anew', async () => {
  await refreshSession();
  tick();
  await noticeOtherParent();
  signedIn = null;
  await noticeOtherParent();
  expect(assign).not.toHaveBeenCalled();
  signedIn = 'cbaconnais';
  await noticeOtherParent();
  expect(assign).toHaveBeenCalledExactlyOnceWith('/accueil');
  expect(pendingTicks.value).toEqual([]);
  expect(session.parent?.identifier).toBe('palain');
});
