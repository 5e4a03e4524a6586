import { AppError } from '../kernel/errors';
import { isLocalDate } from '../kernel/local-date';
import type { LocalDateTime } from '../kernel/local-date';

/** A TCP port, the default when nothing is said; `off` = null. Throws AppError `host.port`. */
export function readPort(text: string | undefined, usual: number): number | null {
  if (text === undefined || text === '') return usual;
  if (text === 'off') return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new AppError('host.port', { port: text });
  return port;
}

/** `2026-11-05T10:01`, wall clock of the town. Throws AppError `host.now`. */
export function parseStartTime(text: string): LocalDateTime {
  if (!isLocalDate(text.slice(0, 10)) || !/^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new AppError('host.now', { now: text });
  return text as LocalDateTime;
}
