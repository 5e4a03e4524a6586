import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rulebook, Version } from '../../../src-main/features/rulebook/schema';
import { readVersion } from '../../../src-main/features/town-rules/reading/read-version';

const FILES = [
  ...readdirSync('tests/support/towns').map((town) => join('tests/support/towns', town, 'rulebook.json')),
  ...readdirSync('resources/rulebooks').map((name) => join('resources/rulebooks', name)),
];

type Leaf = readonly [keys: readonly (string | number)[], value: string | number | boolean];

function leavesOf(value: unknown, keys: readonly (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...keys, index]));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...keys, key]));
  return value === null ? [] : [[keys, value as string | number | boolean]];
}

/** Codes are not read out, nor what the text says about itself. */
const NOT_READ = /(^|\.)(id|about|label|kind|source|answer|question|note|group)$|^from$|\.message$/;
/** Words that only say what is meant anyway. */
const MEANT = new Set(['occasional', 'day', 'none', 'unit', 'midnight', 'service', 'serviceDay', 'presences', 'minutes', 'calendar', 'event', 'nextMonth']);

function other(value: string | number | boolean): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return value.replace(/^\d{4}/, '2031');
  if (/^\d\d-\d\d$/.test(value)) return value === '02-03' ? '03-04' : '02-03';
  if (/^\d\d:\d\d$/.test(value)) return value === '05:05' ? '06:06' : '05:05';
  return /^-?\d/.test(value) ? '7.25' : undefined;
}

function changed(version: Version, keys: readonly (string | number)[], value: unknown): Version {
  const copy = structuredClone(version) as unknown as Record<string | number, unknown>;
  let place = copy;
  for (const key of keys.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  const last = keys.at(-1)!;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy as unknown as Version;
}

describe('the sentences of a text', () => {
  it('tell every figure, day, hour and tick that it holds', () => {
    const seen = new Set<string>();
    const silent = new Set<string>();
    for (const version of FILES.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as Rulebook).versions)) {
      const text = JSON.stringify(readVersion(version));
      for (const [keys, value] of leavesOf(version)) {
        const shape = keys.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
        const next = other(value);
        if (next === undefined || NOT_READ.test(shape) || seen.has(shape) || MEANT.has(String(value))) continue;
        seen.add(shape);
        if (JSON.stringify(readVersion(changed(version, keys, next))) === text) silent.add(shape);
      }
    }
    expect([...silent]).toEqual([]);
  });
});
