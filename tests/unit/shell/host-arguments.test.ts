import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asksForPortal, hostLaunch, isDemo, shellFolder } from '../../../src-main/shell/host-arguments';

describe('the host gets its own flags', () => {
  test('and none of Electron’s or of the shell’s', () => {
    const { args } = hostLaunch(['--no-sandbox', '--inspect=0', '--demo', '--data', '/d', '--remote-debugging-port=0', '--hidden', 'preau://x'], {}, true);
    expect(args).toEqual(['--demo', '--data=/d']);
  });

  test('in the desktop no port is open unless asked for', () => {
    expect(hostLaunch(['--portal-port=4400'], { HOME: '/h' }, false)).toEqual({
      args: [], env: { HOME: '/h', PREAU_STAFF_PORT: 'off', PREAU_PORTAL_PORT: 'off' },
    });
  });

  test('with the portal on its usual port is, and tablets have theirs when it is named', () => {
    expect(hostLaunch([], { PREAU_STAFF_PORT: '4310' }, true).env).toEqual({ PREAU_STAFF_PORT: '4310', PREAU_PORTAL_PORT: '' });
    expect(hostLaunch([], { PREAU_PORTAL_PORT: '4400' }, true).env.PREAU_PORTAL_PORT).toBe('4400');
  });
});

test('a portal port on the command line or in the environment switches the portal on', () => {
  expect(asksForPortal([], {})).toBe(false);
  expect(asksForPortal(['--portal-port', '4400'], {})).toBe(true);
  expect(asksForPortal([], { PREAU_PORTAL_PORT: '4400' })).toBe(true);
  expect(asksForPortal(['--portal-port=off'], { PREAU_PORTAL_PORT: '4400' })).toBe(false);
});

test('the demo is known by its flag or its variable', () => {
  expect([isDemo(['--demo'], {}), isDemo([], { PREAU_DEMO: '1' }), isDemo(['--data', 'demo'], {})]).toEqual([true, true, false]);
});

test('each data folder has a shell of its own, apart from the town’s data', () => {
  expect(shellFolder([], {}, '/appdata')).toBe(join('/appdata', 'preau-window'));
  expect(shellFolder(['--demo'], {}, '/appdata')).toBe(join('/appdata', 'preau-demo-window'));
  expect(shellFolder(['--data=/town'], { PREAU_DATA: '/other' }, '/appdata')).toBe(join('/town', 'window'));
});
