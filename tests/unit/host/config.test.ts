import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src-main/kernel/errors';
import { readConfig } from '../../../src-main/host/config';
import { wording } from '../../../src-main/host/wording';

const read = (args: string[] = [], env: Record<string, string> = {}) => readConfig(args, env, '/out');

/** The sentence that the terminal shows. */
function refusal(args: string[], env: Record<string, string> = {}): string {
  try {
    read(args, env);
  } catch (error) {
    const { code, details } = error as AppError;
    return wording[code]!(details);
  }
  throw new Error('accepted');
}

describe('configuration', () => {
  it('has defaults for everything', () => {
    expect(read()).toMatchObject({ staffPort: 4310, portalPort: 4320, bind: '127.0.0.1', publicUrl: null, tls: null, trustProxy: false, demo: false, startsAt: null });
    expect(read(['--demo']).dataFolder).toMatch(/preau-demo$/);
  });
  it('is read from the environment, a flag winning', () => {
    expect(read(['--data', '/b', '--staff-port', '0'], { PREAU_DATA: '/a', PREAU_PORTAL_PORT: 'off', PREAU_PUBLIC_URL: 'https://parents.exemple.fr/' }))
      .toMatchObject({ dataFolder: '/b', staffPort: 0, portalPort: null, publicUrl: 'https://parents.exemple.fr' });
  });
  it('refuses to listen beyond this machine in clear', () => {
    expect(refusal(['--bind', '0.0.0.0'])).toContain('refuse d’écouter sur 0.0.0.0');
    expect(read(['--bind', '0.0.0.0', '--trust-proxy']).bind).toBe('0.0.0.0');
    const folder = mkdtempSync(join(tmpdir(), 'preau-tls-'));
    for (const name of ['cert', 'key']) writeFileSync(join(folder, name), name);
    expect(read(['--bind', '0.0.0.0', '--cert', join(folder, 'cert'), '--key', join(folder, 'key')]).tls).not.toBeNull();
  });
  it('sets the clock in demo and tests only', () => {
    expect(refusal([], { PREAU_NOW: '2026-11-05T10:01' })).toContain('démonstration');
    expect(read(['--demo'], { PREAU_NOW: '2026-11-05T10:01' }).startsAt).toBe('2026-11-05T10:01');
    expect(refusal(['--demo', '--now', '2026-02-31T10:00'])).toContain('ne se lit pas');
  });
  it('says what is wrong with each setting', () => {
    expect(refusal(['--staff-port', 'mille'])).toContain('« mille »');
    expect(refusal(['--portal-port', '70000'])).toContain('70000');
    expect(refusal(['--public-url', 'parents.exemple'])).toContain('adresse web');
    expect(refusal(['--cert', '/a'])).toContain('ensemble');
    expect(refusal(['--cert', '/nowhere', '--key', '/nowhere'])).toContain('/nowhere');
    expect(refusal(['--couleur'])).toContain('Options possibles');
  });
});
