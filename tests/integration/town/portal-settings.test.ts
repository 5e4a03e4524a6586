import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townMessages } from '../../../src-main/features/town/messages.fr';
import { RESERVED_PATHS } from '../../../src-main/features/town/portal-settings-schema';
import { findPublicTown } from '../../../src-main/features/town/public-town';
import { townStaff } from '../../../src-main/features/town/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(townStaff);

describe('the portal’s settings', () => {
  let house: TestDatabase;
  let staff: ReturnType<typeof callerOf>;
  beforeAll(async () => {
    house = await openTestDatabase(townMessages);
    staff = callerOf(house.doorOf(STAFF));
  });
  afterAll(() => house.close());

  it('have defaults, are saved, reach every page of the portal, and are journaled', async () => {
    const before = await staff.portal();
    expect(before).toMatchObject({ version: 0, period: 'week', saving: 'validate', words: 'monFoyer' });
    const saved = await staff.savePortal({ ...before, period: 'month', saving: 'immediate', slug: 'saint-aubin' });
    expect(saved).toMatchObject({ version: 1, period: 'month' });
    expect((await findPublicTown(house.db))?.portal).toMatchObject({ period: 'month', saving: 'immediate', slug: 'saint-aubin', showsFile: true });
    const entry = await house.db.selectOne<{ after: string }>("SELECT after FROM journal WHERE action = 'town.portal'");
    expect(JSON.parse(entry!.after)).toEqual({ slug: 'saint-aubin', period: 'month', saving: 'immediate' });
  });

  it('refuse at the field what cannot be, and keep what was', async () => {
    const before = await staff.portal();
    const { fields } = await refusalOf(staff.savePortal({ ...before, slug: 'Saint Aubin', colour: 'vert' }), house.services);
    expect(fields).toMatchObject({ slug: expect.stringContaining('minuscules') as string, colour: expect.stringContaining('#1f6f5c') as string });
    expect((await refusalOf(staff.savePortal({ ...before, slug: 'factures' }), house.services)).fields.slug).toContain('Le portail se sert déjà de ce mot');
    expect(await staff.portal()).toEqual(before);
  });

  it('keep for the portal every word that begins an address of its pages', async () => {
    const routes = await readFile(join(import.meta.dirname, '../../../portal/client/router/routes.ts'), 'utf8');
    const first = [...routes.matchAll(/path: '\/([a-z-]+)/g)].map(([, word]) => word!);
    expect(first.length).toBeGreaterThan(15);
    expect(RESERVED_PATHS).toEqual(expect.arrayContaining(first));
  });

  it('tell the second of two who save at once that something changed', async () => {
    const before = await staff.portal();
    await staff.savePortal({ ...before, showsAttendance: false });
    await expect(staff.savePortal({ ...before, contact: 'form' })).rejects.toMatchObject({ cause: { code: 'changedMeanwhile' } });
  });

  it('are refused without the right', async () => {
    await expect(callerOf(house.doorOf(staffWith('families.read'))).portal()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const settings = await staff.portal();
    await expect(callerOf(house.doorOf(staffWith('families.read'))).savePortal(settings)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
