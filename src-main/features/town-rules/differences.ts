import type { Version } from '../rulebook/schema';
import { readVersion } from './reading/read-version';
import type { SectionDifference } from './schema';

/** What a version changes to the one before it, as the sentences that go and come, by section. */
export function differencesBetween(before: Version | null, after: Version): SectionDifference[] {
  const old = before ? readVersion(before) : [];
  const now = readVersion(after);
  const titles = [...new Set([...now, ...old].map((section) => section.title))];
  const sentences = (sections: typeof now, title: string): string[] =>
    sections.filter((section) => section.title === title).flatMap((section) => section.lines.map((line) => line.text));
  return titles
    .map((title) => {
      const gone = sentences(old, title);
      const come = sentences(now, title);
      return { title, removed: gone.filter((text) => !come.includes(text)), added: come.filter((text) => !gone.includes(text)) };
    })
    .filter(({ removed, added }) => removed.length + added.length > 0);
}
