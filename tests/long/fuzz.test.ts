import { callTRPCProcedure } from '@trpc/server';
import type { AnyRouter } from '@trpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parentRouter } from '../../portal/server/parent-router';
import type { Actor } from '../../src-main/kernel/actor';
import { createStaffRouter } from '../../src-main/host/staff-router';
import { wording } from '../../src-main/host/wording';
import { refusalOf } from '../../src-main/platform/procedures/refusal';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildFamily } from '../support/factories/build-family';
import { buildRulebook } from '../support/factories/build-rulebook';
import { openTestDatabase, parentActor, STAFF } from '../support/open-test-database';
import type { TestDatabase } from '../support/open-test-database';

const RUNS = 150;

/** Words that inputs are really made of, so that some get past the shapes. */
const names = fc.constantFrom(
  'id', 'familyId', 'childId', 'personId', 'service', 'day', 'monday', 'changes', 'booked', 'fromOn', 'toOn', 'week', 'version', 'name', 'email', 'password',
  'text', 'search', 'limit', 'offset', 'town', 'admin', 'links', 'custody', 'value', 'places', 'revision', 'role', 'confirmation', 'current', 'login', 'children', 'guardians',
);
const values = fc.oneof(
  fc.integer({ min: -2, max: 5 }), fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.double(),
  fc.constantFrom('2026-11-12', '2026-02-31', '2026-11-09', 'cantine-1', 'mon', "'; DROP TABLE journal; --", '%', '$day', '\u0000', '<script>', 'é'.repeat(5000)),
);
const records = fc.dictionary(names, fc.oneof(values, fc.array(values, { maxLength: 3 }), fc.dictionary(names, values, { maxKeys: 4 })), { maxKeys: 8 });
const inputs = fc.oneof({ weight: 6, arbitrary: records }, { weight: 1, arbitrary: values }, { weight: 1, arbitrary: fc.array(records, { maxLength: 3 }) });

describe.each<[string, () => AnyRouter]>([['staff', () => createStaffRouter(() => Promise.resolve())], ['parents', () => parentRouter]])('whatever reaches the door of %s', (door, make) => {
  const router = make();
  const procedures = router._def.procedures as unknown as Record<string, { _def: { type: 'query' | 'mutation' } }>;
  let town: TestDatabase;
  let actor: Actor;

  beforeAll(async () => {
    town = await openTestDatabase(wording);
    await buildRulebook(town.db);
    const family = await buildFamily(town.db);
    await buildEnrolment(town.db, { childId: family.childIds[0]! });
    actor = door === 'staff' ? STAFF : parentActor(family.guardianIds[0]!);
  });
  afterAll(() => town.close());

  it.each(Object.keys(procedures))('%s answers or refuses in French, and never stumbles', async (path) => {
    await fc.assert(fc.asyncProperty(inputs, async (input) => {
      const call = callTRPCProcedure({ router, path, type: procedures[path]!._def.type, ctx: town.doorOf(actor), getRawInput: () => Promise.resolve(input), signal: undefined, batchIndex: 0 });
      const failure: unknown = await call.then(() => null, (error: unknown) => error);
      if (failure === null) return;
      const refusal = refusalOf(failure, town.services, path);
      expect(refusal.code, refusal.code === 'internal' ? String((failure as Error).stack) : '').not.toBe('internal');
      for (const sentence of [refusal.message, ...Object.values(refusal.fields)]) expect(sentence).not.toMatch(/expected|invalid|required|undefined|Error/i);
    }), { numRuns: RUNS });
  });
});
