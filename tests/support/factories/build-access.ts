import type { Database } from '../../../src-main/platform/database/database';
import { accountsModels } from '../../../src-main/features/accounts/models';
import type { TestDatabase } from '../open-test-database';
import { buildFamily } from './build-family';
import type { BuiltFamily } from './build-family';

export const PASSWORD = 'Canti9e!';

/** A member of staff who signs in with `PASSWORD`. Returns their id. */
export async function buildStaffUser({ db, services, clock }: TestDatabase, given: { name?: string; email?: string; role?: 'admin' | 'secretary' | 'agent' | 'accountant'; healthRight?: boolean } = {}): Promise<number> {
  const passwordHash = await services.hasher.hash(PASSWORD);
  const row = await db.write(() => accountsModels(db).StaffUser.create({
    name: given.name ?? 'Nadine LE GOFF', email: given.email ?? 'nadine@saint-aubin.example', role: given.role ?? 'admin',
    healthRight: given.healthRight ? 1 : 0, passwordHash, createdAt: clock.now(),
  }));
  return row.id;
}

export interface BuiltParent extends BuiltFamily {
  readonly accountId: number;
  readonly personId: number;
}

/** Paul ALAIN, his family, and his portal account (`palain`, paul@example.fr) with `PASSWORD`, or none yet (null). */
export async function buildParent(test: TestDatabase, given: { identifier?: string; email?: string; firstName?: string; lastName?: string; password?: string | null } = {}): Promise<BuiltParent> {
  const { identifier = 'palain', email = 'paul@example.fr', firstName = 'Paul', lastName = 'ALAIN', password = PASSWORD } = given;
  const family = await buildFamily(test.db, { name: lastName, guardians: [{ firstName, lastName, email }] });
  const personId = family.guardianIds[0]!;
  const passwordHash = password === null ? null : await test.services.hasher.hash(password);
  return { ...family, personId, accountId: await buildAccount(test.db, { personId, identifier, email, passwordHash, createdAt: test.clock.now() }) };
}

async function buildAccount(db: Database, values: { personId: number; identifier: string; email: string; passwordHash: string | null; createdAt: string }): Promise<number> {
  return (await db.write(() => accountsModels(db).PortalAccount.create(values))).id;
}
