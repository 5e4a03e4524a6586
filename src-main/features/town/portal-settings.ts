import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { DEFAULT_PORTAL_SETTINGS, portalSettings } from './portal-settings-schema';
import type { PortalSettings, PublicPortal, savePortalSettingsInput } from './portal-settings-schema';

interface Row {
  readonly body: string;
  readonly version: number;
}

export type VersionedPortalSettings = PortalSettings & { readonly version: number };

/** What the town chose for its portal; the defaults before it chose anything (version 0). */
export function portalSettingsOf(db: Database): Promise<VersionedPortalSettings> {
  return db.memo('portal-settings', async () => {
    const row = await db.selectOne<Row>('SELECT body, version FROM portal_settings');
    if (!row) return { ...DEFAULT_PORTAL_SETTINGS, version: 0 };
    const body = JSON.parse(row.body) as { readonly fileParts?: Partial<PortalSettings['fileParts']> };
    return { ...portalSettings.parse({ ...DEFAULT_PORTAL_SETTINGS, ...body, fileParts: withLaterParts(body.fileParts) }), version: row.version };
  });
}

/** Parts that the program has learnt since the town chose: no more open than what it chose for the others. */
function withLaterParts(known: Partial<PortalSettings['fileParts']> = {}): PortalSettings['fileParts'] {
  const rules = Object.values(known);
  const later = rules.every((rule) => rule === 'hidden') ? 'hidden' : known.pickups === 'direct' || known.pickups === 'approved' ? 'approved' : 'readOnly';
  return { ...DEFAULT_PORTAL_SETTINGS.fileParts, ...(rules.length > 0 && { contacts: later }), ...known };
}

/** The part that every page of the portal starts from. */
export async function publicPortalOf(db: Database): Promise<PublicPortal> {
  const { slug, words, period, saving, showsAttendance, contact, colour, accessibility, fileParts } = await portalSettingsOf(db);
  return { slug, words, period, saving, showsAttendance, contact, colour, accessibility, showsFile: Object.values(fileParts).some((rule) => rule !== 'hidden') };
}

/** The town's own address of the portal, as its mails give it: `https://parents.example/saint-aubin`. */
export async function portalAddressOf({ db, publicUrl }: Pick<Context, 'db' | 'publicUrl'>): Promise<string> {
  const { slug } = await portalSettingsOf(db);
  return slug === '' ? publicUrl : `${publicUrl}/${slug}`;
}

/** Saves the portal's settings. Throws AppError `changedMeanwhile` when someone saved since `version`. */
export function savePortalSettings(context: Context, input: z.output<typeof savePortalSettingsInput>): Promise<VersionedPortalSettings> {
  return context.db.write(async () => {
    const { version: before, ...told } = await portalSettingsOf(context.db);
    const { version, ...wanted } = input;
    if (version !== before) throw new AppError('changedMeanwhile', {}, 'conflict');
    await context.db.run(
      `INSERT INTO portal_settings (id, body, version, updated_at) VALUES (1, $body, $version, $at)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body, version = excluded.version, updated_at = excluded.updated_at`,
      { body: JSON.stringify(wanted), version: version + 1, at: context.clock.now() },
    );
    await recordDeed(context, { action: 'town.portal', subject: 'Réglages du portail des parents', before: told, after: wanted });
    return portalSettingsOf(context.db);
  });
}
