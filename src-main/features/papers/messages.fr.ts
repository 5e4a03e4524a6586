import type { RefusalWording } from '../../kernel/errors';

export const papersMessages = {
  'papers.mismatch': ({ label }) => `Le PDF de ${String(label)} ne porte pas le bon numéro : il n’a pas été gardé. Recommencez ; si cela se répète, le détail est dans le journal technique.`,
  'papers.noLetters': () => 'Aucune facture de cette émission ne part par la poste.',
} satisfies RefusalWording;
