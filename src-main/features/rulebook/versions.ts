import type { LocalDate } from '../../kernel/local-date';
import type { Rulebook, Version } from './schema';

/** The version in force on a service day; null before the first one. */
export function versionOn(rulebook: Rulebook, day: LocalDate): Version | null {
  let found: Version | null = null;
  for (const version of rulebook.versions) {
    if (version.from <= day && (found === null || version.from >= found.from)) found = version;
  }
  return found;
}
