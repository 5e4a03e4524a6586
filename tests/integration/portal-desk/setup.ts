import { afterAll, beforeAll } from 'vitest';
import type { z } from 'zod';
import { profileParent } from '../../../src-main/features/portal-desk/parent';
import type { Profile, ProfileField } from '../../../src-main/features/portal-desk/schema';
import { requestsStaff } from '../../../src-main/features/portal-desk/staff';
import { DEFAULT_PORTAL_SETTINGS } from '../../../src-main/features/town/portal-settings-schema';
import type { savePortalSettingsInput } from '../../../src-main/features/town/portal-settings-schema';
import { portalSettingsOf, savePortalSettings } from '../../../src-main/features/town/portal-settings';
import { wording } from '../../../src-main/host/wording';
import type { StaffActor } from '../../../src-main/kernel/actor';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildParent } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { openTestDatabase, parentActor, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

type Parts = z.output<typeof savePortalSettingsInput>['fileParts'];

/** A house with Paul and Lucie ALAIN (accounts), their daughter Anna, and Fanny BACONNAIS of another family. */
export function usePortalDesk() {
  let house: TestDatabase;
  let paul: BuiltParent;
  let lucie: { personId: number };
  let fanny: BuiltParent;
  let odette: number;
  beforeAll(async () => {
    house = await openTestDatabase(wording);
    paul = await buildParent(house);
    fanny = await buildParent(house, { identifier: 'fbaconnais', email: 'fanny@example.fr', firstName: 'Fanny', lastName: 'BACONNAIS' });
    lucie = { personId: await addAdult('Lucie', 'guardian', 'lucie@example.fr') };
    await house.db.write(() => house.db.run("INSERT INTO portal_accounts (person_id, identifier, created_at) VALUES ($personId, 'lalain', '2026-09-01T08:00:00.000Z')", lucie));
    odette = await addAdult('Odette', 'contact', '');
  });
  afterAll(() => house.close());

  function addAdult(firstName: string, kind: string, email: string): Promise<number> {
    return house.db.write(async () => {
      const [row] = await house.db.runReturning<{ id: number }>("INSERT INTO persons (last_name, first_name, email) VALUES ('ALAIN', $firstName, $email) RETURNING id", { firstName, email });
      await house.db.run('INSERT INTO family_adults (family_id, person_id, kind, position) VALUES ($familyId, $personId, $kind, 5)', { familyId: paul.familyId, personId: row!.id, kind });
      return row!.id;
    });
  }

  const parent = (who: { readonly personId: number }) => createCallerFactory(profileParent)(house.doorOf({ ...parentActor(who.personId), name: 'un parent' }));
  return {
    get house() { return house; },
    get paul() { return paul; },
    get lucie() { return lucie; },
    get fanny() { return fanny; },
    get odette() { return odette; },
    get anna() { return paul.childIds[0]!; },
    parent,
    visitor: () => createCallerFactory(profileParent)(house.doorOf(null)),
    staff: (actor: StaffActor = STAFF) => createCallerFactory(requestsStaff)(house.doorOf(actor)),
    refusal: (call: Promise<unknown>) => refusalOf(call, house.services),
    /** Rules of some parts; the others as the program begins with. */
    async rule(parts: Partial<Parts>): Promise<void> {
      const { version, ...known } = await portalSettingsOf(house.db);
      await savePortalSettings(house.contextOf(), { ...known, fileParts: { ...DEFAULT_PORTAL_SETTINGS.fileParts, ...parts }, version });
    },
    async setAuthority(personId: number, authority: 'yes' | 'no' | 'unknown'): Promise<void> {
      await house.db.write(() => house.db.run('UPDATE family_adults SET parental_authority = $authority WHERE person_id = $personId', { authority, personId }));
    },
  };
}

/** A field of an adult or of a child, as a parent sees it. */
export function fieldIn({ families, children }: Profile, subjectId: number, part: string, id: string): ProfileField | undefined {
  const sections = [...families.flatMap(({ adults, household }) => [...adults.flatMap((adult) => adult.sections), ...(household ? [household] : [])]), ...children.flatMap((child) => child.sections)];
  return sections.find((section) => section.part === part && section.subjectId === subjectId)?.fields.find((field) => field.id === id);
}
