import { AppError } from '../../kernel/errors';

export const ACCEPTED_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AcceptedType = (typeof ACCEPTED_TYPES)[number];

export const LARGEST_UPLOAD_BYTES = 10_000_000;

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean => signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** Brands of the pictures of recent phones, at the eighth byte of an ISO media file. */
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'];

/**
 * What a file is, by its content alone: its name and declared type are only claims.
 * Throws AppError `documents.empty`, `documents.tooLarge`, `documents.heic` or `documents.type`.
 */
export function contentTypeOf(bytes: Uint8Array): AcceptedType {
  if (bytes.length === 0) throw new AppError('documents.empty', {}, 'invalid', 'file');
  if (bytes.length > LARGEST_UPLOAD_BYTES) throw new AppError('documents.tooLarge', {}, 'invalid', 'file');
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  if (startsWith(bytes, PNG)) return 'image/png';
  const isHeif = startsWith(bytes, ascii('ftyp'), 4) && HEIF_BRANDS.some((brand) => startsWith(bytes, ascii(brand), 8));
  throw new AppError(isHeif ? 'documents.heic' : 'documents.type', {}, 'invalid', 'file');
}

const EXTENSIONS: Readonly<Record<AcceptedType, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/**
 * A name that is safe to show and to save: no path, no control character, the extension of what
 * the file really is, at most 120 characters.
 */
export function safeFileName(claimed: string, type: AcceptedType): string {
  const last = claimed.split(/[/\\]/).pop() ?? '';
  const plain = [...last.normalize('NFC')].filter((letter) => letter >= ' ' && letter !== '\u007f' && !'<>:"|?*'.includes(letter)).join('');
  const stem = plain.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, 110).trim();
  return `${stem || 'document'}.${EXTENSIONS[type]}`;
}
