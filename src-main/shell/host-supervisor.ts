import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import type { HostLaunch } from './host-arguments';
import type { FromHost, ToHost } from './host-messages';
import { printInWindow } from './print-in-window';
import type { StopReason } from './stopped-page';

export interface HostEvents {
  readonly onReady: (portalUrl: string | null) => void;
  readonly onStopped: (reason: StopReason) => void;
  /** What the host prints: its addresses, the demo's accounts. */
  readonly onPrinted: (text: string) => void;
}

const CLOSES_WITHIN_MS = 15_000;
const KEPT_LINES = 200;

/** Starts the host in a utility process, hands its ports to the window and notices when it stops. */
export class HostSupervisor {
  private child: UtilityProcess | null = null;
  private ending: Promise<void> = Promise.resolve();
  private lines: string[] = [];

  /** `program` is the built `host-process.js`. */
  constructor(private readonly program: string, private readonly events: HostEvents) {}

  start({ args, env }: HostLaunch): void {
    if (this.child) return;
    const child = utilityProcess.fork(this.program, [...args], { serviceName: 'preau-host', stdio: 'pipe', env });
    this.child = child;
    this.lines = [];
    for (const output of [child.stdout, child.stderr]) output?.on('data', (text: Buffer) => this.print(text.toString()));
    child.on('message', (message: FromHost) => this.hear(child, message));
    child.on('exit', (code) => this.notice(child, code));
  }

  /** Gives a page its own line to the host; messages sent before the host is ready wait in it. */
  connect(page: WebContents): void {
    if (!this.child) return;
    const { port1, port2 } = new MessageChannelMain();
    this.tell(this.child, { type: 'port' }, [port1]);
    page.postMessage('host-port', null, [port2]);
  }

  /** After the machine slept. */
  wake(): void {
    if (this.child) this.tell(this.child, { type: 'wake' });
  }

  /** Ends the host in good order: running writes finish; after 15 s it is killed. */
  stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child) this.ending = this.end(child);
    return this.ending;
  }

  private async end(child: UtilityProcess): Promise<void> {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.tell(child, { type: 'close' });
    const forced = setTimeout(() => child.kill(), CLOSES_WITHIN_MS);
    await ended;
    clearTimeout(forced);
  }

  private hear(child: UtilityProcess, message: FromHost): void {
    if (this.child !== child) return;
    if (message.type === 'ready') this.events.onReady(message.portalUrl);
    else if (message.type === 'print') void this.printFor(child, message.id, message.html);
    else {
      this.child = null;
      child.kill();
      this.events.onStopped(message.sentence === null ? { kind: 'crashed', log: this.log() } : { kind: 'refused', sentence: message.sentence });
    }
  }

  /** Electron prints for a host that finds no browser. */
  private async printFor(child: UtilityProcess, id: number, html: string): Promise<void> {
    let pdf: Uint8Array | null = null;
    try {
      pdf = await printInWindow(html);
    } catch (failure) {
      this.note(`printing failed: ${String(failure)}`);
    }
    if (this.child === child) this.tell(child, { type: 'printed', id, pdf });
  }

  private notice(child: UtilityProcess, code: number): void {
    if (this.child !== child) return;
    this.child = null;
    this.note(`host process ended with code ${code}`);
    this.events.onStopped({ kind: 'crashed', log: this.log() });
  }

  private print(text: string): void {
    this.note(text);
    this.events.onPrinted(text);
  }

  private note(text: string): void {
    this.lines = [...this.lines, ...text.split('\n').filter((line) => line !== '')].slice(-KEPT_LINES);
  }

  private log(): string {
    return this.lines.join('\n');
  }

  private tell(child: UtilityProcess, message: ToHost, ports: Electron.MessagePortMain[] = []): void {
    child.postMessage(message, ports);
  }
}
