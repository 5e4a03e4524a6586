import { typeset } from '../rulebook/explain';
import { ANSWERABLE, withAnswers } from '../rulebook/findings';
import type { Calendar, Finding, Version } from '../rulebook/schema';
import { validate } from '../rulebook/validate';
import { bookOfVersion, pathInVersion } from './draft-body';
import type { OpenQuestion } from './schema';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What a version leaves open, errors first, each with the answer that its notes keep. `calendar`: what the town's place brings. */
export function questionsOf({ notes = [], ...version }: Version, calendar: Calendar): OpenQuestion[] {
  const asked = validate(bookOfVersion(version), calendar);
  const settled = withAnswers(asked, notes.map((note) => ({ ...note, question: typeset(note.question) })));
  return asked
    .map((finding, index) => ({ ...finding, at: pathInVersion(finding.at), ...standing(finding, settled[index]!) }))
    .sort((left, right) => RANK[left.level] - RANK[right.level]);
}

/** How a question stands once the notes are read: an answered one forbids nothing any more. */
function standing(asked: Finding, settled: Finding): Pick<OpenQuestion, 'level' | 'answer' | 'mayAnswer'> {
  const isAnswered = settled.question !== asked.question;
  return {
    level: settled.level,
    answer: isAnswered ? settled.question.slice(asked.question.length).replace(/^\s*Réponse\s*:\s*/, '') : null,
    mayAnswer: !isAnswered && asked.level !== 'info' && ANSWERABLE.includes(asked.code),
  };
}
