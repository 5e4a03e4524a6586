import type { Page } from '@playwright/test';
import type { BuiltHost } from './host';
import { openStaff } from './people';

const ADMIN = { name: 'Nadine Le Goff', email: 'nadine@exemple.fr', password: 'Motdepasse1!' };

/** The staff's door, called without pages: to prepare what a test starts from. */
export type StaffCall = <Answer>(path: string, input: unknown) => Promise<Answer>;

/** Founds the town of a fresh host and returns the administrator's door. */
export async function foundTown(host: BuiltHost): Promise<StaffCall> {
  const call = (token: string | null): StaffCall => async <Answer>(path: string, input: unknown) => {
    const answer = await fetch(`${host.staffUrl}/rpc/${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(input),
    });
    const body = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
    if (!body.result) throw new Error(`${path}: ${body.error?.message}`);
    return body.result.data;
  };
  const { token } = await call(null)<{ token: string }>('setup.found', {
    town: {
      name: 'Saint-Aubin-des-Préaux', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin-des-Préaux', phone: '02 96 12 34 56',
      email: 'mairie@saint-aubin.example', siret: '', schoolZone: 'B', holidayRegion: '', timeZone: 'Europe/Paris',
    },
    admin: { ...ADMIN, confirmation: ADMIN.password }, withDemo: false,
  });
  return call(token);
}

/** Opens a staff page as the administrator of `foundTown`. */
export const openAs = (page: Page, host: BuiltHost, address: string): Promise<void> => openStaff(page, host.staffUrl, address, ADMIN.email, ADMIN.password);
