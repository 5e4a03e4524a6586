const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds before each next try: quick at first, then rarer; two days in all. */
const DELAYS: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, 16 * HOUR];

/** Seconds to wait after so many failed tries; null once it is time to give up. */
export const delayAfter = (attempts: number): number | null => DELAYS[attempts - 1] ?? null;
