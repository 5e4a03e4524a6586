import type { ZodType } from 'zod';

/** Reads a JSON text column through its shape; STRICT tables hand back plain text. */
export function readJson<T>(shape: ZodType<T>, text: string): T {
  return shape.parse(JSON.parse(text));
}
