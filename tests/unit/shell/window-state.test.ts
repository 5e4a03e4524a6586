import { expect, test } from 'vitest';
import { fitToScreens } from '../../../src-main/shell/window-state';

const SMALL = { x: 0, y: 0, width: 1366, height: 728 };
const RIGHT = { x: 1366, y: 0, width: 1920, height: 1040 };

test('a window comes back where it was, on the second screen too', () => {
  const state = { x: 1500, y: 40, width: 1400, height: 900, maximized: false };
  expect(fitToScreens(state, [SMALL, RIGHT])).toEqual(state);
});

test('without that screen it opens on the first, no larger than it', () => {
  const state = { x: 1500, y: 40, width: 1400, height: 900, maximized: true };
  expect(fitToScreens(state, [SMALL])).toEqual({ width: 1366, height: 728, maximized: true });
});

test.each([
  ['too far to the left', { x: -1350, y: 10 }],
  ['above the screen', { x: 10, y: -30 }],
  ['below it', { x: 10, y: 700 }],
])('a window %s would be out of reach', (_case, place) => {
  expect(fitToScreens({ ...place, width: 1400, height: 900, maximized: false }, [SMALL])).not.toMatchObject(place);
});
