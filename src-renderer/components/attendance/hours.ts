/** Reads an hour as people type it ("1745", "17h45", "17:45", "9"): `HH:MM`, or null when it is none. */
export function parseTypedHour(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/\s/g, '');
  const split = /^(\d{1,2})(?:[h:.](\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!split) return null;
  const [hours, minutes] = [Number(split[1]), Number(split[2] ?? '0')];
  return hours > 23 || minutes > 59 ? null : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));

/** Minutes between two hours of a day, never below zero. */
export const minutesAfter = (from: string, to: string): number => Math.max(0, minutesOf(to) - minutesOf(from));

/** The hour some milliseconds later on the same day. */
export function hourLater(hour: string, elapsedMs: number): string {
  const total = Math.min(23 * 60 + 59, minutesOf(hour) + Math.floor(elapsedMs / 60_000));
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
