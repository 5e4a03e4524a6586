import { formatDate } from '../../kernel/french-dates';
import type { RefusalWording } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';

export const townRulesMessages = {
  'rules.draftGone': () => 'Ce brouillon n’existe plus : il a été mis en vigueur ou abandonné. Revenez à la liste des versions.',
  'rules.draftExists': ({ fromOn }) => `Un brouillon commence déjà le ${formatDate(String(fromOn) as LocalDate)}. Ouvrez-le, ou choisissez une autre date.`,
  'rules.openQuestions': ({ count, question }) =>
    `Ce règlement ne peut pas encore entrer en vigueur. ${String(question)}${Number(count) > 1 ? ` Et ${Number(count) - 1 === 1 ? 'une autre question reste ouverte' : `${Number(count) - 1} autres questions restent ouvertes`}.` : ''}`,
  'rules.noSuchService': () => 'Cette prestation ne figure dans aucune version du règlement.',
} satisfies RefusalWording;
