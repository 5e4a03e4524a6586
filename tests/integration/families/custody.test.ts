import { beforeEach, describe, expect, it } from 'vitest';
import { familyInCharge } from '../../../src-main/features/families/custody';
import { custodyOf } from '../../../src-main/features/families/loading';
import type { Custody } from '../../../src-main/features/families/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import { buildFamily } from '../../support/factories/build-family';
import { useFamilies } from './setup';

const test = useFamilies();
let mother: number;
let father: number;
let childId: number;

beforeEach(async () => {
  const built = await buildFamily(test.db, { guardians: [{ lastName: 'Baconnais', firstName: 'Fanny' }] });
  [mother, childId] = [built.familyId, built.childIds[0]!];
  father = (await buildFamily(test.db, { children: [] })).familyId;
});

const link = (familyId: number, custody: Custody, ...periods: string[][]) =>
  ({ familyId, custody, periods: periods.map(([fromOn, toOn]) => ({ fromOn: fromOn!, toOn: toOn! })) });
const inCharge = async (day: string) => familyInCharge((await custodyOf(test.db, [childId])).get(childId)!, localDate(day));

describe('the custody of a child', () => {
  it('puts it in a second family, whose guardians may collect it', async () => {
    await test.families().saveCustody({ childId, version: 1, links: [link(mother, 'evenWeeks'), link(father, 'oddWeeks')] });
    expect([await inCharge('2026-11-05'), await inCharge('2026-11-09')]).toEqual([father, mother]);
    const file = await test.families().read({ familyId: father });
    expect(file.children.map(({ id }) => id)).toEqual([childId]);
    expect(file.pickups).toHaveLength(1);
    expect((await test.families().search({ text: 'alain anna' })).map(({ id }) => id)).toContain(father);
    expect(await test.lastDeed()).toMatchObject({ subject: 'Garde d’Anna ALAIN : BACONNAIS (semaines paires) et ALAIN (semaines impaires)', family_id: father });
  });

  it('follows chosen dates, typed the French way', async () => {
    await test.families().saveCustody({ childId, version: 1, links: [link(mother, 'otherDates'), link(father, 'chosenDates', ['19/12/2026', '26/12/2026'])] });
    expect([await inCharge('2026-12-18'), await inCharge('2026-12-26')]).toEqual([mother, father]);
  });

  it('leaves a family that is no longer named', async () => {
    await test.families().saveCustody({ childId, version: 1, links: [link(mother, 'evenWeeks'), link(father, 'oddWeeks')] });
    await test.families().saveCustody({ childId, version: 2, links: [link(father, 'always')] });
    expect((await test.families().read({ familyId: mother })).children).toEqual([]);
    expect(await inCharge('2026-11-09')).toBe(father);
    const collectors = await test.db.select<{ lastName: string }>('SELECT last_name AS lastName FROM child_adults JOIN persons ON persons.id = person_id WHERE child_id = $childId', { childId });
    expect(collectors).toEqual([{ lastName: 'ALAIN' }]);
  });

  it('is refused when a day would belong to both families, or to none', async () => {
    const saving = (...links: ReturnType<typeof link>[]) => test.refusal(test.families().saveCustody({ childId, version: 1, links }));
    expect(await saving(link(mother, 'always'), link(father, 'evenWeeks'))).toMatchObject({
      code: 'families.custodyBoth', fields: { 'links.1.custody': expect.stringContaining('Les familles BACONNAIS et ALAIN auraient toutes les deux l’enfant le lundi 9 novembre') },
    });
    expect((await saving(link(mother, 'evenWeeks'), link(father, 'evenWeeks'))).message).toContain('Ni la famille BACONNAIS ni la famille ALAIN n’aurait l’enfant le jeudi 5 novembre');
    expect(await saving(link(mother, 'evenWeeks'))).toMatchObject({ code: 'families.custodyAlone' });
    expect(await saving(link(mother, 'otherDates'), link(father, 'chosenDates'))).toMatchObject({ code: 'families.custodyNoDates' });
    expect(await saving(link(mother, 'evenWeeks'), link(mother, 'oddWeeks'))).toMatchObject({ code: 'families.custodyTwice' });
    expect(await inCharge('2026-11-09')).toBe(mother);
  });

  it('is refused without family, with three, with reversed dates, for an archived family, for a version of yesterday', async () => {
    const saving = (links: ReturnType<typeof link>[], version = 1) => test.refusal(test.families().saveCustody({ childId, version, links }));
    expect((await saving([])).fields).toEqual({ links: 'Un enfant reste dans au moins une famille.' });
    expect((await saving([link(1, 'always'), link(2, 'always'), link(3, 'always')])).message).toBe('Un enfant vit dans deux familles au plus.');
    expect((await saving([link(mother, 'otherDates'), link(father, 'chosenDates', ['26/12/2026', '19/12/2026'])])).fields).toHaveProperty(['links.1.periods.0.toOn']);
    expect(await saving([link(mother, 'evenWeeks'), link(father, 'oddWeeks')], 9)).toMatchObject({ code: 'changedMeanwhile' });
    await test.families().archive({ familyId: father });
    expect(await saving([link(mother, 'evenWeeks'), link(father, 'oddWeeks')])).toMatchObject({ code: 'families.archived' });
  });
});

describe('the preview of custody', () => {
  it('shows who has the child each day, before anything is saved', async () => {
    const preview = await test.families().custodyPreview({ links: [link(mother, 'evenWeeks'), link(father, 'oddWeeks')], weeks: 3 });
    expect(preview.weeks.map(({ week, days }) => [week, days[0]])).toEqual([[45, [father]], [46, [mother]], [47, [father]]]);
    expect(preview).toMatchObject({ fault: null, families: [{ name: 'BACONNAIS' }, { name: 'ALAIN' }] });
  });

  it('tells the fault in words', async () => {
    const { fault, weeks } = await test.families().custodyPreview({ links: [link(mother, 'always'), link(father, 'oddWeeks')], weeks: 1 });
    expect(fault).toContain('auraient toutes les deux l’enfant le jeudi 5 novembre');
    expect(weeks[0]!.days[3]).toEqual([mother, father]);
  });
});
