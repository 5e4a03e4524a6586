import type { Router } from '@koa/router';
import type { Context } from 'koa';
import { LARGEST_UPLOAD_BYTES } from '../../../src-main/features/documents/content-type';
import { receiveUpload } from '../../../src-main/features/documents/receive-upload';
import { AppError } from '../../../src-main/kernel/errors';
import type { PortalDoor } from '../door-context';
import { readSessionCookie } from '../session-cookie';

/** The file's name as its owner calls it, percent-encoded. */
export const FILE_NAME_HEADER = 'x-nom-fichier';

/** A parent sends one file, raw; it waits until a document or a message takes it. */
export function uploadRoute(router: Router, { services, sessions }: PortalDoor): void {
  router.post('/api/fichiers', async (ctx) => {
    const token = readSessionCookie(ctx);
    const actor = token && await sessions.parent(token);
    if (!actor) throw new AppError('signedOut', {}, 'signedOut');
    ctx.body = await receiveUpload({ ...services, actor }, nameOf(ctx), await readBytes(ctx));
    ctx.status = 201;
  });
}

function nameOf(ctx: Context): string {
  try {
    return decodeURIComponent(ctx.get(FILE_NAME_HEADER));
  } catch {
    throw new AppError('portal.badBody');
  }
}

/** Reads no more than may be kept, whatever the request declares. A phone that loses its network is no incident: `documents.cutShort`. */
async function readBytes(ctx: Context): Promise<Uint8Array> {
  if (Number(ctx.get('content-length')) > LARGEST_UPLOAD_BYTES) throw new AppError('documents.tooLarge', {}, 'invalid', 'file');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_UPLOAD_BYTES) throw new AppError('documents.tooLarge', {}, 'invalid', 'file');
      chunks.push(chunk);
    }
  } catch (error) {
    if (ctx.req.errored && !ctx.req.complete && !(error instanceof AppError)) throw new AppError('documents.cutShort', {}, 'invalid', 'file');
    throw error;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
