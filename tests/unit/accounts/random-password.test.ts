import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { missingOf } from '../../../src-main/features/accounts/password-rules';
import { randomPassword } from '../../../src-main/features/accounts/random-password';

test.each(['guide', 'strict'] as const)('a random password follows the %s rule, a hundred times', (rule) => {
  const drawn = Array.from({ length: 100 }, () => randomPassword(rule, (below) => randomInt(below)));
  for (const password of drawn) expect(missingOf(rule, password)).toEqual([]);
  expect(new Set(drawn).size).toBe(100);
});

test('no sign that is mistaken for another on paper', () => {
  const drawn = Array.from({ length: 100 }, () => randomPassword('strict', (below) => randomInt(below))).join('');
  expect(drawn).not.toMatch(/[0O1lIo]/);
});
