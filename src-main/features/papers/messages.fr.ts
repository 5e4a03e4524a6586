import type { RefusalWording } from '../../kernel/errors';

export const papersMessages = {
  'papers.mismatch': ({ label }) => `Le PDF de ${String(label)} ne porte pas le bon numéro : il n’a pas été gardé. Recommencez ; si cela se répète, le détail est dans le journal technique.`,
  'papers.unreadable': ({ label }) => `Ce qui a été gardé de ${String(label)} ne se lit plus : son PDF ne peut pas être fait. Les autres factures ne sont pas touchées. Une sauvegarde d’avant ce jour le contient encore (Réglages, Sauvegardes).`,
  'papers.noLetters': () => 'Aucune facture de cette émission ne part par la poste.',
} satisfies RefusalWording;
