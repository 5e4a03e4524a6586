import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDeed } from '../../../src-main/features/journal/record-deed';
import { journalStaff } from '../../../src-main/features/journal/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(journalStaff);

describe('the journal', () => {
  let house: TestDatabase;
  let staff: ReturnType<typeof callerOf>;
  beforeAll(async () => {
    house = await openTestDatabase();
    staff = callerOf(house.doorOf(STAFF));
    for (const familyId of [1, 2, 1]) {
      await house.db.write(() => recordDeed(house.contextOf(), {
        action: 'family.note', subject: `Note de la famille ${familyId}`, familyId, before: { notes: '', name: 'ALAIN' }, after: { notes: 'rappeler', name: 'ALAIN' },
      }));
    }
  });
  afterAll(() => house.close());

  it('tells who did what, the newest first, with what changed only', async () => {
    const [latest] = await staff.list({});
    expect(latest).toMatchObject({ actorName: 'Nadine LE GOFF', subject: 'Note de la famille 1', before: { notes: '' }, after: { notes: 'rappeler' } });
    expect(latest!.before).not.toHaveProperty('name');
  });

  it('is read a family or a word at a time, page after page', async () => {
    expect((await staff.list({ familyId: 1 })).map(({ familyId }) => familyId)).toEqual([1, 1]);
    expect(await staff.list({ search: 'famille 2' })).toHaveLength(1);
    const first = await staff.list({ limit: 1 });
    const second = await staff.list({ limit: 1, beforeId: first[0]!.id });
    expect(second[0]!.id).toBeLessThan(first[0]!.id);
  });

  it('cannot be rewritten, whoever tries', async () => {
    await expect(house.db.write(() => house.db.run("UPDATE journal SET subject = 'rien'"))).rejects.toThrow();
    await expect(house.db.write(() => house.db.run('DELETE FROM journal'))).rejects.toThrow();
  });

  it('keeps nothing of a deed that failed', async () => {
    const count = (await staff.list({})).length;
    await house.db.write(async () => {
      await recordDeed(house.contextOf(), { action: 'x', subject: 'Jamais fait' });
      throw new Error('stop');
    }).catch(() => undefined);
    expect(await staff.list({})).toHaveLength(count);
  });

  it('is for those who hold the right', async () => {
    expect((await refusalOf(callerOf(house.doorOf(staffWith())).list({}), house.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(staff.list({ limit: 5000 }), house.services)).fields).toHaveProperty('limit');
  });
});
