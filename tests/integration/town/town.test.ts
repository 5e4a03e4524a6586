import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townMessages } from '../../../src-main/features/town/messages.fr';
import { townStaff } from '../../../src-main/features/town/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const callerOf = createCallerFactory(townStaff);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

describe('the town’s settings', () => {
  let house: TestDatabase;
  let staff: ReturnType<typeof callerOf>;
  beforeAll(async () => {
    house = await openTestDatabase(townMessages);
    staff = callerOf(house.doorOf(STAFF));
  });
  afterAll(() => house.close());

  const saved = async () => {
    const { passwordRule: _, isDemo: __, hasLogo: ___, ...town } = await staff.read();
    return town;
  };

  it('are saved, told to everybody, and journaled with before and after', async () => {
    const town = await staff.save({ ...(await saved()), phone: '02 96 99 99 99' });
    expect(town).toMatchObject({ phone: '02 96 99 99 99', version: 2 });
    const entry = await house.db.selectOne<{ before: string; after: string }>("SELECT before, after FROM journal WHERE action = 'town.save'");
    expect([JSON.parse(entry!.before), JSON.parse(entry!.after)]).toEqual([{ phone: '02 96 12 34 56' }, { phone: '02 96 99 99 99' }]);
  });

  it('refuse what cannot be, at the field, and keep what was', async () => {
    const before = await saved();
    const { fields } = await refusalOf(staff.save({ ...before, name: ' ', postcode: '223', siret: '123', email: 'mairie', phone: 'non', timeZone: 'Mars/Base', address: 'x'.repeat(300) }), house.services);
    expect(fields).toMatchObject({
      name: 'Indiquez le nom de la commune ou de la structure.',
      postcode: expect.stringContaining('cinq chiffres') as string,
      siret: expect.stringContaining('quatorze chiffres') as string,
      email: expect.stringContaining('prenom.nom@exemple.fr') as string,
      phone: expect.stringContaining('02 96') as string,
      timeZone: 'Ce fuseau horaire n’existe pas.',
      address: 'Ce texte est trop long : 200 caractères au plus.',
    });
    expect(await saved()).toEqual(before);
  });

  it('are not overwritten by someone who read them before', async () => {
    expect(await refusalOf(staff.save({ ...(await saved()), version: 1 }), house.services)).toMatchObject({ code: 'changedMeanwhile', status: 'CONFLICT' });
  });

  it('take a PNG or JPEG logo by its content, of a reasonable size', async () => {
    await staff.saveLogo({ bytes: PNG });
    expect(await staff.logo()).toEqual({ bytes: PNG, type: 'image/png' });
    expect((await refusalOf(staff.saveLogo({ bytes: new TextEncoder().encode('<svg onload="x">') }), house.services)).fields).toHaveProperty('logo');
    expect((await refusalOf(staff.saveLogo({ bytes: new Uint8Array(600_000) }), house.services)).fields.logo).toContain('500 Ko');
    await staff.saveLogo({ bytes: null });
    expect(await staff.logo()).toBeNull();
  });

  it('are the administrator’s', async () => {
    const agent = callerOf(house.doorOf(staffWith('families.write')));
    expect((await refusalOf(agent.save(await saved()), house.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(agent.saveLogo({ bytes: PNG }), house.services)).status).toBe('FORBIDDEN');
    for (const call of [() => callerOf(house.doorOf(null)).read(), () => callerOf(house.doorOf(null)).today()]) expect((await refusalOf(call(), house.services)).status).toBe('UNAUTHORIZED');
    expect(await agent.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
