import type { Router } from '@koa/router';
import { LEGAL_PAGES } from '../../../src-main/features/town/legal-schema';
import type { LegalPage, LegalText } from '../../../src-main/features/town/legal-schema';
import { DEFAULT_SECTIONS, ownSections } from '../../../src-main/features/town/legal-texts';
import { portalSettingsOf } from '../../../src-main/features/town/portal-settings';
import { townOf } from '../../../src-main/features/town/queries';
import { notFound } from '../../../src-main/kernel/errors';
import type { Database } from '../../../src-main/platform/database/database';
import type { PortalDoor } from '../door-context';

/** What anyone may read of the portal itself: who publishes it, what becomes of data, how accessible it is. */
export function legalRoute(router: Router, { services: { db } }: PortalDoor): void {
  router.get('/api/mentions/:page', async (ctx) => {
    const page = LEGAL_PAGES.find((one) => one === ctx.params.page);
    if (!page) throw notFound();
    ctx.set('cache-control', 'no-cache');
    ctx.body = await readLegal(db, page);
  });
}

/** The town's own text, or the one made of its address. Throws AppError `town.notSetUp`. */
async function readLegal(db: Database, page: LegalPage): Promise<LegalText> {
  const { legalText, privacyText, accessibilityText, accessibility } = await portalSettingsOf(db);
  const own = { legal: legalText, privacy: privacyText, accessibility: accessibilityText }[page];
  return { sections: own === '' ? DEFAULT_SECTIONS[page](await townOf(db), accessibility) : ownSections(own) };
}
