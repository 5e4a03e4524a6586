/**
 * Splits an amount by whole percents that make 100: the parts sum exactly, by the largest remainder
 * (of equal ones the first). Cents; the amount may be below zero.
 */
export function splitShares(cents: number, percents: readonly number[]): number[] {
  const sign = cents < 0 ? -1 : 1;
  const size = Math.abs(cents);
  const parts = percents.map((percent) => Math.floor((size * percent) / 100));
  let left = size - parts.reduce((sum, part) => sum + part, 0);
  const order = percents.map((percent, place) => ({ place, remainder: (size * percent) % 100 }))
    .sort((one, other) => other.remainder - one.remainder || one.place - other.place);
  for (const { place } of order) {
    if (left === 0) break;
    parts[place]! += 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}
