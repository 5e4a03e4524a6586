import type { Router } from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { invoicePdf } from '../../../src-main/features/billing/print-invoice';
import type { PdfFile } from '../../../src-main/features/papers/paper-store';
import { receiptPdf } from '../../../src-main/features/payments/print-receipt';
import { AppError, notFound } from '../../../src-main/kernel/errors';
import type { PortalDoor } from '../door-context';
import { readSessionCookie } from '../session-cookie';

/** Which row a parent may see: of a family of which they are a guardian, archived ones left out. */
const OWN = (table: 'invoices' | 'payments'): string => `SELECT paper.id FROM ${table} paper
  JOIN family_adults place ON place.family_id = paper.family_id AND place.person_id = $personId AND place.kind = 'guardian'
  JOIN families family ON family.id = paper.family_id AND family.archived_at IS NULL WHERE paper.id = $id`;

/** PDFs of a parent's own invoices and receipts. Another family's is not told that it exists. */
export function paperRoutes(router: Router, { services, sessions }: PortalDoor): void {
  const ownId = async (ctx: KoaContext, named: string | undefined, table: 'invoices' | 'payments'): Promise<number> => {
    const token = readSessionCookie(ctx);
    const actor = token && await sessions.parent(token);
    if (!actor) throw new AppError('signedOut', {}, 'signedOut');
    const id = /^([1-9]\d{0,14})\.pdf$/.exec(named ?? '')?.[1];
    const row = id && await services.db.selectOne<{ id: number }>(OWN(table), { id: Number(id), personId: actor.personId });
    if (!row) throw notFound();
    return row.id;
  };

  router.get('/api/factures/:file', async (ctx) => {
    handOut(ctx, await invoicePdf(services, { id: await ownId(ctx, ctx.params.file, 'invoices') }));
  });

  router.get('/api/recus/:file', async (ctx) => {
    handOut(ctx, await receiptPdf(services, await ownId(ctx, ctx.params.file, 'payments')));
  });
}

/** Shown in a tab of its own, where nothing in it may run; kept by no cache. */
function handOut(ctx: KoaContext, { name, bytes }: PdfFile): void {
  ctx.type = 'application/pdf';
  ctx.set('content-disposition', `inline; filename="${name}"`);
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('cache-control', 'no-store');
  ctx.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; sandbox");
  ctx.body = Buffer.from(bytes);
}
