import { z } from 'zod';
import { wordInputIssue } from '../../kernel/french-issue';

/** Makes French the language of every schema of the process. Called once by the host. */
export function speakFrench(): void {
  z.config({ customError: wordInputIssue });
}
