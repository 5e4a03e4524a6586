import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { MenuItemConstructorOptions, MessageBoxOptions } from 'electron';

/**
 * Electron as far as the shell uses it. `vi.mock('electron', () => import('./fake-electron'))` puts
 * it in place; `resetElectron()` empties what was noted.
 */

export class FakePort extends EventEmitter {
  postMessage = vi.fn<(message: unknown) => void>();
  start = vi.fn<() => void>();
  close = vi.fn<() => void>();
}

export class MessageChannelMain {
  port1 = new FakePort();
  port2 = new FakePort();
}

/** The host's process as the shell sees it. */
export class FakeChild extends EventEmitter {
  stdout = new EventEmitter();
  stderr = new EventEmitter();
  messages: { type: string; ports: unknown[] }[] = [];
  kill = vi.fn(() => {
    this.emit('exit', 1);
    return true;
  });

  constructor(readonly program: string, readonly args: string[], readonly options: { env: Record<string, string> }) {
    super();
  }

  postMessage(message: { type: string }, ports: unknown[] = []): void {
    this.messages.push({ type: message.type, ports });
  }
}

export const children: FakeChild[] = [];
export const lastChild = (): FakeChild => children[children.length - 1]!;

export const utilityProcess = {
  fork(program: string, args: string[], options: { env: Record<string, string> }): FakeChild {
    const child = new FakeChild(program, args, options);
    children.push(child);
    return child;
  },
};

export class FakeContents extends EventEmitter {
  url = '';
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  received: { channel: string; ports: unknown[] }[] = [];
  print = vi.fn<() => void>();
  navigationHistory = { goBack: vi.fn<() => void>(), goForward: vi.fn<() => void>() };

  getURL = (): string => this.url;
  setWindowOpenHandler(handler: FakeContents['openHandler']): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: unknown[]): void {
    this.received.push({ channel, ports });
  }
  /** Emits an event that a listener may prevent; tells whether it did. */
  prevented(name: string, details: Record<string, unknown> = {}): boolean {
    const event = { ...details, preventDefault: vi.fn() };
    this.emit(name, event, details);
    return event.preventDefault.mock.calls.length > 0;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  webContents = new FakeContents();
  loaded: string[] = [];
  maximized = false;
  show = vi.fn<() => void>();
  focus = vi.fn<() => void>();
  restore = vi.fn<() => void>();
  isMinimized = vi.fn(() => false);

  constructor(readonly options: { webPreferences: Record<string, unknown>; width: number; height: number; x?: number }) {
    super();
    BrowserWindow.opened.push(this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  }
  /** The page has come. */
  finishLoad(): void {
    this.webContents.emit('did-finish-load');
  }
  close(): void {
    this.emit('close');
    this.emit('closed');
  }
  maximize(): void {
    this.maximized = true;
  }
  isMaximized = (): boolean => this.maximized;
  getNormalBounds = (): Record<string, number> => ({ x: 10, y: 20, width: 1200, height: 800 });
}

export const lastWindow = (): BrowserWindow => BrowserWindow.opened[BrowserWindow.opened.length - 1]!;

export class Tray extends EventEmitter {
  static readonly made: Tray[] = [];
  tooltip = '';
  items: MenuItemConstructorOptions[] = [];
  constructor(readonly icon: string) {
    super();
    Tray.made.push(this);
  }
  setToolTip(text: string): void {
    this.tooltip = text;
  }
  setContextMenu(items: MenuItemConstructorOptions[]): void {
    this.items = items;
  }
}

export const Menu = {
  current: [] as MenuItemConstructorOptions[],
  popped: [] as MenuItemConstructorOptions[][],
  buildFromTemplate: (items: MenuItemConstructorOptions[]) => Object.assign(items, { popup: () => Menu.popped.push(items) }),
  setApplicationMenu: (items: MenuItemConstructorOptions[]): void => {
    Menu.current = items;
  },
};

export class Notification {
  static readonly shown: { title: string; body: string }[] = [];
  constructor(private readonly options: { title: string; body: string }) {}
  show(): void {
    Notification.shown.push(this.options);
  }
}

export const dialog = {
  showErrorBox: vi.fn<(title: string, text: string) => void>(),
  showMessageBox: vi.fn<(options: MessageBoxOptions) => Promise<{ response: number }>>(() => Promise.resolve({ response: 0 })),
  showMessageBoxSync: vi.fn<(window: unknown, options: MessageBoxOptions) => number>(() => 0),
};

const paths: Record<string, string> = { appData: '/appdata' };

export const app = Object.assign(new EventEmitter(), {
  quit: vi.fn<() => void>(),
  setLoginItemSettings: vi.fn<(settings: { openAtLogin: boolean; args: string[] }) => void>(),
  getLoginItemSettings: vi.fn(() => ({ wasOpenedAtLogin: false })),
  showAboutPanel: vi.fn<() => void>(),
  isPackaged: true,
  paths,
  getPath: (name: string): string => app.paths[name] ?? '',
  setPath: (name: string, path: string): void => {
    app.paths[name] = path;
  },
  getAppPath: (): string => '/app',
  getVersion: (): string => '0.1.0',
  setAppUserModelId: vi.fn<(id: string) => void>(),
  setAboutPanelOptions: vi.fn<(options: object) => void>(),
  enableSandbox: vi.fn<() => void>(),
  commandLine: { appendSwitch: vi.fn<(name: string, value: string) => void>() },
  requestSingleInstanceLock: vi.fn(() => true),
  whenReady: (): Promise<void> => Promise.resolve(),
});

export const session = {
  defaultSession: { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn(), setDevicePermissionHandler: vi.fn() },
};

export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = { start: vi.fn<(kind: string) => number>(() => 7), stop: vi.fn<(id: number) => void>() };
export const shell = { openExternal: vi.fn<(url: string) => Promise<void>>(() => Promise.resolve()) };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };

type Answer = (request: { url: string }) => Promise<Response>;
export const protocol = {
  schemes: [] as unknown[],
  answer: (() => Promise.reject(new Error('nothing is served'))) as Answer,
  registerSchemesAsPrivileged: (schemes: unknown[]): void => {
    protocol.schemes = schemes;
  },
  handle: (_scheme: string, answer: Answer): void => {
    protocol.answer = answer;
  },
};

export const ipcRenderer = new EventEmitter();

export function resetElectron(): void {
  for (const list of [children, BrowserWindow.opened, Tray.made, Notification.shown, Menu.popped]) list.length = 0;
  for (const emitter of [app, powerMonitor, ipcRenderer]) emitter.removeAllListeners();
  vi.clearAllMocks();
}
