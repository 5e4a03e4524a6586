import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { parseRulebook } from '../../../src-main/features/rulebook/parse';
import type { Rulebook } from '../../../src-main/features/rulebook/schema';
import { mayBeActivated, validate } from '../../../src-main/features/rulebook/validate';
import { localDate } from '../../../src-main/kernel/local-date';
import { facts } from '../../support/val-fleuri';

const ROOT = join(import.meta.dirname, '../../..');
const files = [
  ...readdirSync(join(ROOT, 'tests/support/towns')).map((town) => join(ROOT, 'tests/support/towns', town, 'rulebook.json')),
  ...readdirSync(join(ROOT, 'resources/rulebooks')).map((file) => join(ROOT, 'resources/rulebooks', file)),
];
const texts = files.map((file) => readFileSync(file, 'utf8'));

type Json = Record<string, unknown>;

/** Leaves of a file, with what holds them. */
function leaves(value: unknown, found: [Json, string][] = []): [Json, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    found.push([value as Json, key]);
    leaves(inner, found);
  }
  return found;
}

/** A draft: some of its figures are not fixed, wherever the shape lets it. Null when none of them may be open. */
function draft(text: string, seeds: readonly number[]): Rulebook | null {
  const file = JSON.parse(text) as Json;
  let opened = 0;
  for (const seed of seeds) {
    const all = leaves(file);
    const [holder, key] = all[seed % all.length]!;
    const before = holder[key];
    holder[key] = null;
    if (parseRulebook(file).ok) opened += 1;
    else holder[key] = before;
  }
  const parsed = parseRulebook(file);
  return opened > 0 && parsed.ok ? parsed.rulebook : null;
}

const someEvents = fc.array(fc.record({
  type: fc.constantFrom('book', 'cancel', 'change', 'enrol', 'tellAbsence', 'attend', 'absent', 'proof', 'disruption', 'happening', 'pay'),
  child: fc.constantFrom('a', 'b'),
  days: fc.uniqueArray(fc.constantFrom('2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-18'), { minLength: 1 }),
  at: fc.constantFrom('2026-10-20T10:00', '2026-11-09T08:30', '2026-11-11T12:00', '2026-11-18T19:00'),
  departure: fc.constantFrom('17:00', '18:45'), reason: fc.constantFrom('illness', 'strike'), kind: fc.constantFrom('medical', 'reminder', 'carte-perdue'),
  cart: fc.constantFrom('p1', 'p2'),
}), { maxLength: 12 });

describe('a draft with open questions', () => {
  it('is evaluated all the same, never guesses, and asks', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: texts.length - 1 }), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), someEvents, (index, seeds, events) => {
      const rulebook = draft(texts[index]!, seeds);
      if (!rulebook) return;
      const services = rulebook.versions[0]!.services.map((service) => service.id);
      const zone = rulebook.versions[0]!.zones[0]!.id;
      const known = facts({
        family: {
          id: 'f', zone, fund: 'CAF', children: ['a', 'b'].map((id, place) => ({
            id, birthOn: `201${6 + place}-02-01`, enrolments: services.map((service) => ({ service, from: '2026-09-01', week: ['mon', 'thu'] })),
          })),
        },
        events: events.map((event, place) => ({ ...event, service: services[place % services.length] })),
      });
      const result = evaluate(rulebook, known, { from: localDate('2026-11-01'), to: localDate('2026-11-30') });
      for (const line of result.lines) if (line.unitPriceCents === null) expect(line.totalCents).toBe(0);
      expect(result.lines.reduce((sum, line) => sum + line.totalCents, 0)).toBe(result.totals.totalCents);
      expect(mayBeActivated(validate(rulebook))).toBe(false);
    }), { numRuns: 120 });
  });
});
