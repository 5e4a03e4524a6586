import type { RefusalWording } from '../../kernel/errors';

export const newsMessages = {
  'news.empty': () => 'Écrivez le texte de l’actualité.',
  'news.endBeforeStart': () => 'Le dernier jour est avant le premier. Corrigez l’une des deux dates.',
  'news.endPast': () => 'Ce dernier jour est passé : personne ne verrait l’actualité.',
  'news.withdrawn': () => 'Cette actualité a été retirée du portail : elle ne se modifie plus. Publiez-en une autre.',
} satisfies RefusalWording;
