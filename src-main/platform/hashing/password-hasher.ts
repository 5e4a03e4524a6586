import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import program from './hashing-process.mjs?raw';

/** Cost of scrypt: 2^15, about 50 ms and 32 MB a password. */
const STRENGTH = 2 ** 15;
const AT_ONCE = 2;
const IDLE_MS = 60_000;

interface Answer {
  readonly id: number;
  readonly key?: string;
  readonly failure?: string;
}

interface Request {
  readonly message: { id: number; password: string; salt: string; n: number };
  readonly resolve: (key: Buffer) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Hashes passwords (scrypt) in a separate process, two at a time, the others queued; the process
 * starts on first use and leaves after a minute of rest. Stored form: `scrypt$n$salt$key` (hex).
 */
export class PasswordHasher {
  private child: ChildProcess | null = null;
  private readonly waiting: Request[] = [];
  private readonly running = new Map<number, Request>();
  private lastId = 0;
  private idle: NodeJS.Timeout | null = null;

  constructor(private readonly strength: number = STRENGTH) {}

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16).toString('hex');
    const key = await this.derive(password, salt, this.strength);
    return `scrypt$${this.strength}$${salt}$${key.toString('hex')}`;
  }

  /** True when the password is the one stored. With null it works as long, and answers false. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const [, n, salt, key] = (stored ?? `scrypt$${this.strength}$${'00'.repeat(16)}$${'00'.repeat(32)}`).split('$');
    const derived = await this.derive(password, salt ?? '', Number(n));
    return timingSafeEqual(derived, Buffer.from(key ?? '', 'hex')) && stored !== null;
  }

  close(): void {
    if (this.idle) clearTimeout(this.idle);
    this.child?.disconnect();
    this.child = null;
  }

  private derive(password: string, salt: string, n: number): Promise<Buffer> {
    this.lastId += 1;
    const message = { id: this.lastId, password: password.normalize('NFC'), salt, n };
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      this.sendNext();
    });
  }

  private sendNext(): void {
    if (this.idle) clearTimeout(this.idle);
    while (this.running.size < AT_ONCE) {
      const next = this.waiting.shift();
      if (!next) break;
      this.running.set(next.message.id, next);
      this.process().send(next.message);
    }
    // The process keeps the host alive only while somebody waits for it.
    if (this.running.size > 0) this.child?.channel?.ref();
    else {
      this.child?.channel?.unref();
      this.idle = setTimeout(() => this.close(), IDLE_MS);
      this.idle.unref();
    }
  }

  private process(): ChildProcess {
    if (this.child) return this.child;
    // Under Electron the same binary serves as Node.
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    child.on('message', (answer: Answer) => this.settle(answer));
    child.on('exit', () => this.abandon(child));
    child.unref();
    this.child = child;
    return child;
  }

  private settle({ id, key, failure }: Answer): void {
    const request = this.running.get(id);
    this.running.delete(id);
    if (key) request?.resolve(Buffer.from(key, 'hex'));
    else request?.reject(new Error(failure ?? 'no key'));
    this.sendNext();
  }

  private abandon(child: ChildProcess): void {
    if (this.child === child) this.child = null;
    for (const request of this.running.values()) request.reject(new Error('the hashing process stopped'));
    this.running.clear();
    if (this.waiting.length > 0) this.sendNext();
  }
}
