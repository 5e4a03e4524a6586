import type { Context } from 'koa';
import type { ZodType } from 'zod';
import { AppError } from '../../src-main/kernel/errors';

const LARGEST_BYTES = 16_384;

/**
 * Reads a request's JSON body through its shape. Throws AppError `portal.bodyTooLarge` or
 * `portal.badBody`, or the shape's ZodError.
 */
export async function readJson<T>(ctx: Context, shape: ZodType<T>): Promise<T> {
  if (!ctx.is('application/json')) throw new AppError('portal.badBody');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BYTES) throw new AppError('portal.bodyTooLarge');
    chunks.push(chunk);
  }
  return shape.parse(parse(Buffer.concat(chunks).toString('utf8')));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('portal.badBody');
  }
}
