/** What a family was invoiced for the months before, and what it would be now. Cents. */
export interface Pair {
  readonly totalCents: number;
  readonly lastCents: number | null;
}

/** Differences under it are nobody's worry. */
const LEAST_CENTS = 2000;
const FACTOR = 2;

/**
 * Tells whether an amount stands out against the months before: more than twice, or less than half,
 * what the town's usual change would make of it. The usual change is the median, for months differ in days.
 */
export function outlierTest(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const ratios = pairs.flatMap(({ totalCents, lastCents }) => (lastCents !== null && lastCents > 0 && totalCents > 0 ? [totalCents / lastCents] : [])).sort((left, right) => left - right);
  const usual = ratios.length < 3 ? 1 : ratios[Math.floor(ratios.length / 2)]!;
  return ({ totalCents, lastCents }) => {
    if (lastCents === null || lastCents <= 0) return false;
    const expected = lastCents * usual;
    return Math.abs(totalCents - expected) >= LEAST_CENTS && (totalCents > expected * FACTOR || totalCents < expected / FACTOR);
  };
}
