import { validate } from '../rulebook/validate';
import type { Version } from '../rulebook/schema';
import { bookOfVersion, pathInVersion } from './draft-body';
import type { OpenQuestion } from './schema';

/** What a version leaves open, errors first, each with the answer that its notes keep. */
export function questionsOf(version: Version): OpenQuestion[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...validate(bookOfVersion(version)), ...twiceUsedCodes(version)]
    .map(({ level, code, at, question }) => ({ level, code, at: pathInVersion(at), question, answer: answerTo(version, question) }))
    .sort((left, right) => rank[left.level] - rank[right.level]);
}

const answerTo = (version: Version, question: string): string | null => version.notes?.find((note) => note.question === question)?.answer ?? null;

/** Bookings and rules name services and deadlines by code: one code, one thing. */
function twiceUsedCodes(version: Version): { level: 'error'; code: string; at: string; question: string }[] {
  return (['services', 'deadlines', 'prices'] as const).flatMap((list) =>
    version[list].flatMap(({ id, label }, index) =>
      version[list].findIndex((one) => one.id === id) === index
        ? []
        : [{ level: 'error' as const, code: 'twice', at: `versions.0.${list}.${index}`, question: `« ${label} » porte le même code qu’une autre ligne (${id}). Laquelle faut-il garder ?` }]));
}
