import { typeset } from './explain';
import { collect, withAnswers } from './findings';
import type { Calendar, Finding, Rulebook } from './schema';
import { validateBooking } from './validate-booking';
import { validateBrackets } from './validate-brackets';
import { validatePrices } from './validate-prices';
import { validateWords } from './validate-words';

/**
 * What the rulebook leaves open, as questions to the council, ready for the eye. An `error`
 * forbids activation. `added` is the calendar that the program supplies (school holidays).
 * A note whose `about` is a finding's path, or whose question is the same, answers it.
 */
export function validate(rulebook: Rulebook, added?: Calendar): Finding[] {
  const seen = new Set<string>();
  return rulebook.versions.flatMap((version, index) => {
    const at = `versions.${index}`;
    const found: Finding[] = [];
    const findings = collect(found);
    if (seen.has(version.from)) findings.error('duplicate', at, 'Deux versions commencent le même jour. Laquelle garder ?');
    seen.add(version.from);
    validateWords(version, at, added, findings);
    validateBrackets(version, at, findings);
    validatePrices(version, at, findings);
    validateBooking(version, at, findings);
    const asked = found.map((finding) => ({ ...finding, question: typeset(finding.question) }));
    return withAnswers(asked, (version.notes ?? []).map((note) => ({ ...note, question: typeset(note.question) })));
  });
}

/** A rulebook may be activated when no question forbids it. */
export const mayBeActivated = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.level !== 'error');
