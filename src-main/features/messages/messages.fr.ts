import type { RefusalWording } from '../../kernel/errors';

export const messageMessages = {
  'messages.empty': () => 'Écrivez votre message.',
  'messages.meanwhile': ({ name }) => `${String(name)} a écrit entre-temps. Relisez la conversation, puis envoyez si votre réponse convient encore.`,
  'messages.pdfOnly': () => 'Une pièce jointe à un message doit être un PDF. Pour une photo, passez par la page des documents.',
  'messages.noDepartment': () => 'Choisissez le service que vous voulez joindre.',
  'messages.noColleague': () => 'Cette personne n’a plus d’accès. Choisissez-en une autre.',
  'messages.nameTaken': ({ name }) => `« ${String(name)} » existe déjà. Choisissez un autre nom.`,
  'messages.lastDepartment': () => 'C’est le dernier service que les parents peuvent joindre. Ajoutez-en un autre avant de retirer celui-ci.',
} satisfies RefusalWording;
