import type { Rectangle } from 'electron';
import type { WindowState } from './settings';

export const USUAL_WINDOW: WindowState = { width: 1440, height: 900, maximized: false };
/** At least this much of the title bar's width and of the window's height must be on a screen. */
const REACHABLE = 100;

/** Where to open the window: as it was left, unless that screen is gone or has become smaller. */
export function fitToScreens(state: WindowState, screens: readonly Rectangle[]): WindowState {
  const screen = screens.find((area) => isReachable(state, area));
  const room = screen ?? screens[0];
  if (!room) return state;
  const width = Math.min(state.width, room.width);
  const height = Math.min(state.height, room.height);
  return screen ? { ...state, width, height } : { width, height, maximized: state.maximized };
}

function isReachable({ x, y, width }: WindowState, area: Rectangle): boolean {
  if (x === undefined || y === undefined) return false;
  const visibleWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return visibleWidth >= REACHABLE && y >= area.y && y <= area.y + area.height - REACHABLE;
}
