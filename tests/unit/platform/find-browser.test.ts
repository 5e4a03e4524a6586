import { describe, expect, it } from 'vitest';
import { findBrowser, howToGetBrowser } from '../../../src-main/platform/pdf/find-browser';

const machine = (platform: string, there: readonly string[], env: Record<string, string> = {}) =>
  ({ platform, env, home: platform === 'win32' ? 'C:\\Users\\nadine' : '/home/nadine', exists: (path: string) => there.includes(path) });

describe('the browser that prints', () => {
  it.each([
    ['linux', '/snap/bin/chromium', {}],
    ['linux', '/opt/bin/google-chrome', { PATH: '/bin:/opt/bin' }],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }],
    ['win32', 'C:\\Users\\nadine\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe', { LOCALAPPDATA: 'C:\\Users\\nadine\\AppData\\Local' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/home/nadine/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
  ])('is found on %s at %s', (platform, path, env) => {
    expect(findBrowser(machine(platform, [path], env))).toBe(path);
  });

  it('is the one that was named, or none', () => {
    expect(findBrowser(machine('linux', ['/usr/bin/chromium', '/opt/mine'], { PREAU_BROWSER: '/opt/mine', CHROMIUM_PATH: '/usr/bin/chromium' }))).toBe('/opt/mine');
    expect(findBrowser(machine('linux', ['/usr/bin/chromium'], { PREAU_BROWSER: '/opt/gone' }))).toBeNull();
    expect(findBrowser(machine('linux', ['/opt/it'], { CHROMIUM_PATH: '/opt/it' }))).toBe('/opt/it');
  });

  it('is missed with the way to install one', () => {
    expect(findBrowser(machine('linux', []))).toBeNull();
    expect(howToGetBrowser('linux')).toContain('sudo apt-get install chromium');
    expect(howToGetBrowser('win32')).toContain('Microsoft Edge');
    expect(howToGetBrowser('darwin')).toContain('Applications');
  });
});
