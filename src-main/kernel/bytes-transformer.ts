/**
 * Carries `Uint8Array` through JSON as `{ $bytes: base64 }`, so that files are plain procedures
 * over HTTP as they are over a MessagePort. Everything else passes untouched.
 */
export const bytesTransformer = { serialize: encode, deserialize: decode };

function encode(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (isRecord(value)) return mapValues(value, encode);
  return value;
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (!isRecord(value)) return value;
  const { $bytes } = value;
  return typeof $bytes === 'string' ? fromBase64($bytes) : mapValues(value, decode);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function mapValues(record: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const key of Object.keys(record)) mapped[key] = change(record[key]);
  return mapped;
}

// btoa and atob exist in browsers and in Node alike: the pages use this file too.
declare const btoa: (binary: string) => string;
declare const atob: (base64: string) => string;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
