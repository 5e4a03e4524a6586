import { afterAll, beforeAll } from 'vitest';
import { familyMessages } from '../../../src-main/features/families/messages.fr';
import { schoolMessages } from '../../../src-main/features/schools/messages.fr';
import { familiesStaff } from '../../../src-main/features/families/staff';
import { schoolsStaff } from '../../../src-main/features/schools/staff';
import type { StaffActor } from '../../../src-main/kernel/actor';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

/** A house for the tests of one file, with the staff's families and schools as callers. */
export function useFamilies() {
  let house: TestDatabase;
  beforeAll(async () => {
    house = await openTestDatabase({ ...familyMessages, ...schoolMessages });
  });
  afterAll(() => house.close());

  return {
    get house() {
      return house;
    },
    get db() {
      return house.db;
    },
    families: (actor: StaffActor = STAFF) => createCallerFactory(familiesStaff)(house.doorOf(actor)),
    schools: (actor: StaffActor = STAFF) => createCallerFactory(schoolsStaff)(house.doorOf(actor)),
    refusal: (call: Promise<unknown>) => refusalOf(call, house.services),
    /** The last entry of the journal. */
    lastDeed: () => house.db.selectOne<{ action: string; subject: string; family_id: number | null; before: string | null; after: string | null }>(
      'SELECT action, subject, family_id, before, after FROM journal ORDER BY id DESC',
    ),
  };
}
