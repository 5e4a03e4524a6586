import { z } from 'zod';
import { DEFAULT_SECTIONS, LEGAL_PAGES, ownSections } from '../../src-main/features/town/legal-texts';
import type { LegalPage, LegalSection } from '../../src-main/features/town/legal-texts';
import { portalSettingsOf } from '../../src-main/features/town/portal-settings';
import { townOf } from '../../src-main/features/town/queries';
import type { Database } from '../../src-main/platform/database/database';
import { publicProcedure, router } from '../../src-main/platform/procedures/procedures';

const choice = z.strictObject({ page: z.enum(LEGAL_PAGES) });

/** What anyone may read of the portal itself: who publishes it, what becomes of data, how accessible it is. */
export const legalParent = router({
  read: publicProcedure.input(choice).query(({ ctx, input }) => readLegal(ctx.db, input.page)),
});

/** The town's own text, or the one made of its address. Throws AppError `town.notSetUp`. */
async function readLegal(db: Database, page: LegalPage): Promise<{ sections: readonly LegalSection[] }> {
  const { legalText, privacyText, accessibilityText } = await portalSettingsOf(db);
  const own = { legal: legalText, privacy: privacyText, accessibility: accessibilityText }[page];
  return { sections: own === '' ? DEFAULT_SECTIONS[page](await townOf(db)) : ownSections(own) };
}
