import { describe, expect, it } from 'vitest';
import { childrenOfPerson } from '../../../src-main/features/families/loading';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import { useFamilies } from './setup';

const test = useFamilies();

describe('archiving a family', () => {
  it('tells its consequences before', async () => {
    const { familyId, childIds, guardianIds } = await buildFamily(test.db, { children: [{}, { firstName: 'Théo' }] });
    const other = await buildFamily(test.db, { guardians: [{ lastName: 'Baconnais', firstName: 'Fanny' }], children: [] });
    await shareChild(test.db, { childId: childIds[1]!, familyId: other.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    await test.db.write(async () => {
      const book = (day: string) => test.db.run(
        `INSERT INTO bookings (child_id, service, day, state, timing, family_id, decided_at) VALUES ($childId, 'cantine', $day, 'booked', 'inTime', $familyId, '2026-11-01T08:00:00.000Z')`,
        { childId: childIds[0]!, day, familyId },
      );
      for (const day of ['2026-11-03', '2026-11-05', '2026-11-06']) await book(day);
      await test.db.run("INSERT INTO enrolments (child_id, service, from_on, requested_at) VALUES ($childId, 'cantine', '2026-09-01', '2026-08-01T08:00:00.000Z')", { childId: childIds[0]! });
      await test.db.run("INSERT INTO portal_accounts (person_id, identifier, created_at) VALUES ($personId, 'palain', '2026-09-01T08:00:00.000Z')", { personId: guardianIds[0]! });
    });
    expect(await test.families().archivePreview({ familyId })).toEqual({
      futureBookings: 2, enrolments: 1, soleAccounts: 1,
      consequences: [
        '2\u00a0réservations à venir ne compteront plus.',
        '1\u00a0inscription en cours est mise en sommeil.',
        'La famille BACONNAIS réservera et paiera tous les jours de Théo, qui y vit aussi.',
        '1\u00a0titulaire d’un compte parent ne verra plus d’enfant sur le portail.',
        'Rien n’est effacé : la famille reste consultable parmi les familles archivées, et peut être restaurée telle quelle.',
      ],
    });
  });

  it('takes it out of lists, searches and the portal, and refuses changes until it is restored', async () => {
    const { familyId, guardianIds } = await buildFamily(test.db, { guardians: [{ lastName: 'Quéméneur', firstName: 'Gwenn' }] });
    await test.families().archive({ familyId });
    expect(await test.families().search({ text: 'quemeneur' })).toEqual([]);
    expect(await test.families().search({ text: 'quemeneur', archived: true })).toMatchObject([{ id: familyId, archived: true }]);
    expect((await test.families().list({ archived: true })).lines.map(({ id }) => id)).toContain(familyId);
    expect(await childrenOfPerson(test.db, guardianIds[0]!)).toEqual([]);
    expect(await test.refusal(test.families().archive({ familyId }))).toMatchObject({ code: 'families.archived', message: 'La famille QUÉMÉNEUR est archivée. Restaurez-la pour la modifier.' });
    expect(await test.refusal(test.families().addChild({ familyId, child: { lastName: 'Q', firstName: 'Lou' } }))).toMatchObject({ code: 'families.archived', status: 'CONFLICT' });

    await test.families().restore({ familyId });
    expect(await test.families().search({ text: 'quemeneur' })).toMatchObject([{ id: familyId }]);
    expect(await childrenOfPerson(test.db, guardianIds[0]!)).toHaveLength(1);
  });

  it('is refused for a family that does not exist', async () => {
    expect(await test.refusal(test.families().archivePreview({ familyId: 999_999 }))).toMatchObject({ code: 'families.unknown', status: 'NOT_FOUND' });
    expect(await test.refusal(test.families().restore({ familyId: 999_999 }))).toMatchObject({ code: 'families.unknown' });
    expect(await test.refusal(test.families().read({ familyId: 999_999 }))).toMatchObject({ code: 'families.unknown' });
  });
});
