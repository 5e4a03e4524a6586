import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const windowState = z.object({
  x: z.int().optional(), y: z.int().optional(), width: z.int().positive(), height: z.int().positive(), maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

const shellSettings = z.object({
  portalOn: z.boolean(),
  startAtLogin: z.boolean(),
  /** Once told that closing the window leaves the portal open, nobody is told again. */
  toldThatPortalStays: z.boolean(),
  window: windowState.nullable(),
});
export type ShellSettings = z.infer<typeof shellSettings>;

const USUAL: ShellSettings = { portalOn: false, startAtLogin: false, toldThatPortalStays: false, window: null };

/** What the shell remembers on this computer: a small JSON file. A missing or spoilt one means the usual values. */
export class SettingsFile {
  private current: ShellSettings;

  constructor(private readonly path: string, usual: Partial<ShellSettings> = {}) {
    this.current = read(path) ?? { ...USUAL, ...usual };
  }

  get value(): ShellSettings {
    return this.current;
  }

  /** Written beside and renamed, so that a power cut leaves the old file or the new one. */
  change(change: Partial<ShellSettings>): void {
    this.current = { ...this.current, ...change };
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(this.current));
    renameSync(`${this.path}.new`, this.path);
  }
}

function read(path: string): ShellSettings | null {
  try {
    return shellSettings.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
