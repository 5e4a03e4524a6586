import { app, dialog, Menu, Notification, shell as system } from 'electron';
import type { BrowserWindow } from 'electron';
import { systemClock } from '../platform/clock';
import type { HostLaunch } from './host-arguments';
import { HostSupervisor } from './host-supervisor';
import { applicationMenu, trayMenu } from './menu';
import type { MenuActions, MenuState } from './menu';
import { canStartAtLogin, setStartAtLogin, StayAwake } from './portal-presence';
import type { SettingsFile, ShellSettings } from './settings';
import { goTo, openStaffWindow, showPages, showStopped } from './staff-window';
import { stoppedPage } from './stopped-page';
import type { StopReason } from './stopped-page';
import { shellTexts, sleepSentence } from './texts.fr';
import { TrayIcon } from './tray';
import { watchSleep } from './watch-sleep';
import type { Sleep } from './watch-sleep';

export interface ShellOptions {
  readonly settings: SettingsFile;
  /** The built `host-process.js`. */
  readonly hostProgram: string;
  readonly launch: (portalOn: boolean) => HostLaunch;
  readonly preload: string;
  readonly windowIcon: string;
  readonly trayIcon: string;
  readonly platform: NodeJS.Platform;
  readonly timeZone: string;
  readonly print: (text: string) => void;
}

/** The desktop application: one window, one host, an icon beside the clock. Made once Electron is ready. */
export class Shell {
  private window: BrowserWindow | null = null;
  private portalUrl: string | null = null;
  private stopped: StopReason | null = null;
  /** The portal has just been switched on and the host has not confirmed it yet. */
  private openingPortal = false;
  private telling = false;
  private turn: Promise<void> = Promise.resolve();
  private readonly host: HostSupervisor;
  private readonly tray: TrayIcon;
  private readonly awake = new StayAwake();

  constructor(private readonly options: ShellOptions) {
    this.host = new HostSupervisor(options.hostProgram, {
      onReady: (url) => this.hostReady(url), onStopped: (reason) => this.hostStopped(reason), onPrinted: options.print,
    });
    this.tray = new TrayIcon(options.trayIcon, () => this.showWindow());
    watchSleep(systemClock, options.timeZone, (sleep) => this.wake(sleep));
  }

  /** Starts the host; `hidden` leaves the window for a click beside the clock. */
  start({ hidden }: { hidden: boolean }): void {
    this.startHost();
    if (!hidden || !this.settings.portalOn) this.showWindow();
  }

  showWindow(): void {
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.show();
      this.window.focus();
      return;
    }
    this.window = openStaffWindow({
      preload: this.options.preload,
      icon: this.options.windowIcon,
      state: this.settings.window,
      keepState: (window) => this.options.settings.change({ window }),
      onPages: (window) => this.host.connect(window.webContents),
      restart: () => this.restart(),
    });
    this.window.on('closed', () => {
      this.window = null;
    });
    if (this.stopped) showStopped(this.window);
    else showPages(this.window);
  }

  /** The window is closed: with the portal on the program stays, and says so once. */
  windowClosed(): void {
    if (!this.settings.portalOn) return app.quit();
    if (this.settings.toldThatPortalStays) return;
    this.options.settings.change({ toldThatPortalStays: true });
    new Notification(shellTexts.portalStaysOpen).show();
  }

  /** After a switch of the portal that is under way. */
  stopHost(): Promise<void> {
    return this.afterTurn(() => this.host.stop());
  }

  stoppedPage(): string {
    return stoppedPage(this.stopped ?? { kind: 'crashed', log: '' });
  }

  /** Starts the host again with the portal or without; switches follow one another. */
  setPortal(on: boolean): Promise<void> {
    return this.afterTurn(() => this.switchPortal(on));
  }

  setStartAtLogin(on: boolean): void {
    this.options.settings.change({ startAtLogin: on });
    setStartAtLogin(on, this.options.platform);
    this.refreshMenus();
  }

  private async switchPortal(on: boolean): Promise<void> {
    this.options.settings.change({ portalOn: on });
    this.setStartAtLogin(on);
    const pagesAreShown = this.stopped === null;
    await this.host.stop();
    this.openingPortal = on;
    this.startHost();
    if (!this.window) return;
    if (pagesAreShown) this.host.connect(this.window.webContents);
    else showPages(this.window);
  }

  private afterTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work, work);
    return this.turn;
  }

  private get settings(): ShellSettings {
    return this.options.settings.value;
  }

  private startHost(): void {
    this.stopped = null;
    this.portalUrl = null;
    this.host.start(this.options.launch(this.settings.portalOn));
    this.refreshMenus();
  }

  private restart(): void {
    this.startHost();
    if (this.window) showPages(this.window);
  }

  private hostReady(portalUrl: string | null): void {
    this.openingPortal = false;
    this.portalUrl = portalUrl;
    this.refreshMenus();
  }

  private hostStopped(reason: StopReason): void {
    if (this.openingPortal && reason.kind === 'refused') {
      dialog.showErrorBox(shellTexts.portalRefused, reason.sentence);
      void this.setPortal(false);
      return;
    }
    this.stopped = reason;
    this.portalUrl = null;
    this.refreshMenus();
    if (this.window) showStopped(this.window);
    else this.showWindow();
  }

  private wake(sleep: Sleep | null): void {
    this.host.wake();
    if (!sleep || !this.settings.portalOn || this.telling) return;
    this.telling = true;
    const { message, understood } = shellTexts.slept;
    void dialog.showMessageBox({ type: 'warning', message, detail: sleepSentence(sleep.from, sleep.to), buttons: [understood] }).finally(() => {
      this.telling = false;
    });
  }

  private refreshMenus(): void {
    const state: MenuState = {
      portalOn: this.settings.portalOn,
      portalUrl: this.portalUrl,
      startAtLogin: this.settings.startAtLogin,
      canStartAtLogin: canStartAtLogin(this.options.platform),
      isMac: this.options.platform === 'darwin',
    };
    this.awake.set(state.portalOn && this.stopped === null);
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(this.actions, state)));
    this.tray.show(trayMenu(this.actions, state), state.portalOn);
  }

  private readonly actions: MenuActions = {
    goTo: (path) => this.window && goTo(this.window, path),
    back: () => this.window?.webContents.navigationHistory.goBack(),
    forward: () => this.window?.webContents.navigationHistory.goForward(),
    print: () => this.window?.webContents.print(),
    setPortal: (on) => void this.setPortal(on),
    openPortal: () => this.portalUrl && void system.openExternal(this.portalUrl),
    setStartAtLogin: (on) => this.setStartAtLogin(on),
    showAbout: () => app.showAboutPanel(),
    showWindow: () => this.showWindow(),
    quit: () => app.quit(),
  };
}
