import { app, powerSaveBlocker } from 'electron';

/** Said by the login item, so that Préau starts beside the clock and not over the desktop. */
export const HIDDEN_FLAG = '--hidden';

/** Keeps the computer from falling asleep by itself while families can reach the portal. */
export class StayAwake {
  private blocker: number | null = null;

  set(awake: boolean): void {
    if (awake && this.blocker === null) this.blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (!awake && this.blocker !== null) {
      powerSaveBlocker.stop(this.blocker);
      this.blocker = null;
    }
  }
}

/** Whether this system lets a program start with the session (Linux leaves that to its desktops). */
export const canStartAtLogin = (platform: NodeJS.Platform): boolean => platform === 'win32' || platform === 'darwin';

export function setStartAtLogin(startAtLogin: boolean, platform: NodeJS.Platform): void {
  if (canStartAtLogin(platform)) app.setLoginItemSettings({ openAtLogin: startAtLogin, args: [HIDDEN_FLAG] });
}

/** True when nobody asked for the window: the session has just been opened. */
export function startedByLogin(args: readonly string[], platform: NodeJS.Platform): boolean {
  return args.includes(HIDDEN_FLAG) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
}
