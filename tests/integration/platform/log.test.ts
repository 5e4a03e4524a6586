import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { familyModels } from '../../../src-main/features/families/models';
import { openLog } from '../../../src-main/platform/log';
import { refusalOf } from '../../../src-main/platform/procedures/refusal';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

let house: TestDatabase;
let folder: string;

beforeAll(async () => {
  house = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'preau-log-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const written = () => readFile(join(folder, 'logs', 'preau.log'), 'utf8');

it('tells an unforeseen failure of the database, its place and its reference, and none of the values bound to it', async () => {
  const log = openLog(folder);
  const failing = house.db.write(() => familyModels(house.db).Quotient.create({ familyId: 999, value: '722.50', fromOn: '2026-09-01', recordedAt: '2026-09-01', proof: 'arachide' }));
  const failure: unknown = await failing.then(() => null, (error: unknown) => error);
  const refusal = refusalOf(failure, { log, wording: {} }, 'families.recordQuotient');
  const entry = JSON.parse(await written()) as { reference: string; path: string; err: object };
  expect(entry).toMatchObject({ reference: refusal.reference, path: 'families.recordQuotient', err: { message: expect.stringContaining('FOREIGN KEY') as string, stack: expect.any(String) as string, statement: 'INSERT INTO `quotients' } });
  expect(await written()).not.toContain('arachide');
});

it('strikes secrets out', async () => {
  openLog(folder).info({ password: 'Canti9e!', caller: { cookie: '__Host-preau=secret', token: 'secret' }, login: 'palain' }, 'essai');
  expect(await written()).toContain('palain');
  expect(await written()).not.toMatch(/Canti9e|secret/);
});
