import { searchable } from '../../kernel/text';

/**
 * The name of a family, from its guardians' in order: "ALAIN", or "ALAIN - BACONNAIS" when the
 * first two differ; of a third name nothing is told. Null without guardian.
 */
export function familyName(lastNames: readonly string[]): string | null {
  const seen = new Set<string>();
  const distinct = lastNames.filter((name) => {
    const key = searchable(name);
    return key !== '' && !seen.has(key) && seen.add(key);
  });
  return distinct.length === 0 ? null : distinct.slice(0, 2).map((name) => name.toLocaleUpperCase('fr-FR')).join(' - ');
}
