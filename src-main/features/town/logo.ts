import { AppError } from '../../kernel/errors';

const LARGEST_BYTES = 500_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Type of a logo by its content. Throws AppError `town.logoType` or `town.logoSize` at the field `logo`. */
export function logoType(bytes: Uint8Array): 'image/png' | 'image/jpeg' {
  if (bytes.length > LARGEST_BYTES) throw new AppError('town.logoSize', {}, 'invalid', 'logo');
  const startsWith = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (startsWith(PNG)) return 'image/png';
  if (startsWith(JPEG)) return 'image/jpeg';
  throw new AppError('town.logoType', {}, 'invalid', 'logo');
}
