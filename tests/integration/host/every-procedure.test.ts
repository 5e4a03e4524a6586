import { callTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaffRouter } from '../../../src-main/host/staff-router';
import { wording } from '../../../src-main/host/wording';
import { openTestDatabase, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

/** Open to anybody who reaches the door; each is proved by its feature's own tests. */
const OPEN = ['setup.state', 'setup.found', 'session.signIn', 'session.signOut', 'town.logo'];
/** For any member of staff, whatever their rights. */
const NO_RIGHT = ['session.read', 'session.changePassword', 'town.read', 'town.today'];

const router = createStaffRouter(() => Promise.resolve());
const procedures = router._def.procedures as unknown as Record<string, { _def: { type: 'query' | 'mutation' } }>;
const paths = Object.keys(procedures);

describe('every procedure of the staff’s door', () => {
  let town: TestDatabase;
  beforeAll(async () => {
    town = await openTestDatabase(wording);
  });
  afterAll(() => town.close());

  const call = (path: string, actor: Parameters<TestDatabase['doorOf']>[0]) => callTRPCProcedure({
    router, path, type: procedures[path]!._def.type, ctx: town.doorOf(actor), getRawInput: () => Promise.resolve({}), signal: undefined, batchIndex: 0,
  });

  it.each(paths.filter((path) => !OPEN.includes(path)))('%s is closed to strangers', async (path) => {
    expect(await refusalOf(call(path, null), town.services)).toMatchObject({ code: 'signedOut', status: 'UNAUTHORIZED' });
  });

  it.each(paths.filter((path) => !OPEN.includes(path) && !NO_RIGHT.includes(path)))('%s asks for a right', async (path) => {
    expect(await refusalOf(call(path, staffWith()), town.services)).toMatchObject({ code: 'forbidden', status: 'FORBIDDEN' });
  });
});
