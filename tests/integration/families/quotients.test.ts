import { describe, expect, it } from 'vitest';
import { buildFamily } from '../../support/factories/build-family';
import { useFamilies } from './setup';

const test = useFamilies();
const recorded = async (familyId: number, value: string, fromOn: string) => (await test.families().recordQuotient({ familyId, value, fromOn })).quotientId;

describe('the quotient of a family', () => {
  it('has a history with dates of effect and of proof', async () => {
    const { familyId } = await buildFamily(test.db);
    await recorded(familyId, '650', '01/01/2026');
    await test.families().recordQuotient({ familyId, value: '722,50', fromOn: '01/12/2026', provedOn: '03/11/2026', proof: 'Attestation CAF' });
    const file = await test.families().read({ familyId });
    expect(file.quotients.map(({ value, fromOn, provedOn, proof }) => [value, fromOn, provedOn, proof])).toEqual([
      ['722.50', '2026-12-01', '2026-11-03', 'Attestation CAF'], ['650.00', '2026-01-01', null, ''],
    ]);
    expect(file.quotientToday).toEqual({ value: '650.00', fromOn: '2026-01-01' });
    expect(await test.lastDeed()).toMatchObject({ action: 'quotient.record', subject: 'Famille ALAIN : quotient familial 722,50 à partir du 1er décembre 2026' });
  });

  it('is refused twice for one date of effect, negative, or proved tomorrow', async () => {
    const { familyId } = await buildFamily(test.db);
    await recorded(familyId, '722,50', '01/12/2026');
    const recording = (value: string, provedOn = '') => test.refusal(test.families().recordQuotient({ familyId, value, fromOn: '01/12/2026', provedOn }));
    expect(await recording('800')).toMatchObject({
      code: 'families.quotientTaken', fields: { fromOn: 'Un quotient de 722,50 est déjà enregistré à partir du 1er décembre 2026. Retirez-le d’abord, ou changez la date d’effet.' },
    });
    expect((await recording('-1')).fields).toEqual({ value: 'Ce montant ne peut pas être négatif.' });
    expect((await recording('800', '06/11/2026')).fields).toHaveProperty('provedOn');
    expect(await test.refusal(test.families().recordQuotient({ familyId: 999_999, value: '1', fromOn: '01/12/2026' }))).toMatchObject({ code: 'families.unknown' });
  });

  it('is withdrawn once, kept in the history, and its date is free again', async () => {
    const { familyId } = await buildFamily(test.db);
    const quotientId = await recorded(familyId, '722,50', '01/09/2026');
    await test.families().withdrawQuotient({ quotientId });
    const file = await test.families().read({ familyId });
    expect(file.quotients[0]).toMatchObject({ value: '722.50', withdrawnAt: '2026-11-05T09:01:00.000Z' });
    expect(file.quotientToday).toBeNull();
    expect(await test.refusal(test.families().withdrawQuotient({ quotientId }))).toMatchObject({ code: 'families.quotientWithdrawn' });
    expect(await test.refusal(test.families().withdrawQuotient({ quotientId: 999_999 }))).toMatchObject({ code: 'families.unknownQuotient' });
    await recorded(familyId, '801', '01/09/2026');
  });
});

describe('residence and fund', () => {
  const values = { zone: 'commune', fund: 'MSA', fundNumber: '22 456', flags: [{ id: 'agent' }], notes: 'Paie en chèque' } as const;

  it('are saved, and the fund number is found', async () => {
    const { familyId } = await buildFamily(test.db);
    await test.families().saveResidence({ familyId, version: 1, ...values, flags: [...values.flags] });
    expect(await test.families().read({ familyId })).toMatchObject({ ...values, version: 2 });
    expect((await test.families().search({ text: '22456' })).map(({ id }) => id)).toEqual([familyId]);
  });

  it('are refused for a version of yesterday, a number without fund, an unknown zone code', async () => {
    const { familyId } = await buildFamily(test.db);
    const saving = (changes: object) => test.refusal(test.families().saveResidence({ familyId, version: 1, ...values, flags: [], ...changes }));
    expect(await saving({ version: 2 })).toMatchObject({ code: 'changedMeanwhile' });
    expect((await saving({ fund: '' })).fields).toEqual({ fund: 'Choisissez la caisse (CAF, MSA ou autre) de ce numéro d’allocataire.' });
    expect((await saving({ zone: 'Hors commune' })).fields).toEqual({ zone: 'Choisissez une valeur de la liste.' });
  });
});
