import { familiesStaff } from '../../src-main/features/families/staff';
import { createCallerFactory } from '../../src-main/platform/procedures/procedures';
import { wording } from '../../src-main/host/wording';
import { buildFamily } from '../support/factories/build-family';
import { openTestDatabase, STAFF } from '../support/open-test-database';
import { percentile, timed } from './table';
import type { Measure } from './table';

const NAMES = ['ALAIN', 'BACONNAIS', 'LE GOFF', 'PRIGENT', 'MARTIN', 'GUÉGAN', 'TANGUY', 'KERVELLA', 'ROLLAND', 'LE BRIS'];
const FIRST_NAMES = ['Anna', 'Théo', 'Léo', 'Zoé', 'Manon', 'Nolan', 'Chloé', 'Ewen', 'Maël', 'Inès'];
const FAMILIES = 5000;

/** What the secretary types, letter after letter, among five thousand families. */
export async function benchSearch(): Promise<Measure[]> {
  const town = await openTestDatabase(wording);
  await town.db.write(async () => {
    for (let index = 0; index < FAMILIES; index += 1) {
      const name = `${NAMES[index % 10]}${index % 97}`;
      await buildFamily(town.db, {
        name,
        guardians: [{ lastName: name, firstName: FIRST_NAMES[index % 7]!, email: `parent${index}@exemple.fr`, mobilePhone: `06${String(10_000_000 + index)}` }],
        children: [{ lastName: name, firstName: FIRST_NAMES[(index * 3) % 10]! }],
      });
    }
  });
  const caller = createCallerFactory(familiesStaff)(town.doorOf(STAFF));
  const samples: number[] = [];
  for (const text of ['b', 'ba', 'bac', 'baco', 'baconnais12', 'parent4999', 'gueg', '06 10 00 42', 'theo', 'zzz']) {
    for (let turn = 0; turn < 10; turn += 1) samples.push(await timed(() => caller.search({ text })));
  }
  await town.close();
  return [
    { name: 'search among 5 000 families, p50', value: percentile(samples, 0.5), unit: 'ms' },
    { name: 'search among 5 000 families, p95', value: percentile(samples, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 50 } },
  ];
}
