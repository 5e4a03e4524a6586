import type { RefusalWording } from '../../kernel/errors';
import { counted, enumerated } from '../../kernel/text';

const minutes = (count: unknown): string => counted(Number(count), 'minute', 'minutes');

export const accountsMessages = {
  'accounts.setupFromAfar': () => 'Le premier démarrage se fait sur la machine où Préau est installé. Ouvrez Préau sur cette machine, puis revenez ici.',
  'accounts.wrongPassword': () => 'L’identifiant ou le mot de passe ne convient pas. Vérifiez la saisie ; si c’est votre première connexion ou si vous avez oublié le mot de passe, demandez-en un nouveau.',
  'accounts.wrongStaffPassword': () => 'L’adresse e-mail ou le mot de passe ne convient pas. Vérifiez la saisie, ou demandez à la personne qui administre Préau de vous donner un nouveau mot de passe.',
  'accounts.wrongCurrentPassword': () => 'L’ancien mot de passe ne convient pas. Rien n’a été changé.',
  'accounts.wait': (details) => `Il y a eu trop d’essais. Attendez ${minutes(details.minutes)}, puis recommencez.`,
  'accounts.blocked': () => 'Après dix essais, cet accès est bloqué par sécurité. Demandez un nouveau mot de passe par e-mail pour le rouvrir, ou appelez la mairie.',
  'accounts.accessDisabled': () => 'Cet accès au portail est fermé. Appelez la mairie pour le faire rouvrir.',
  'accounts.staffDisabled': () => 'Cet accès est fermé. Adressez-vous à la personne qui administre Préau.',
  'accounts.passwordRule': ({ missing }) => `Ce mot de passe ne suit pas encore la règle. Il manque : ${enumerated(Array.isArray(missing) ? missing : [])}.`,
  'accounts.passwordsDiffer': () => 'Les deux mots de passe saisis ne sont pas identiques. Saisissez de nouveau le second.',
  'accounts.linkUnknown': () => 'Ce lien n’est pas reconnu. Ouvrez-le de nouveau depuis le mail, ou demandez-en un autre.',
  'accounts.linkUsed': () => 'Ce lien a déjà servi. Connectez-vous avec le mot de passe que vous avez choisi, ou demandez un nouveau lien.',
  'accounts.linkExpired': () => 'Ce lien n’est plus valable : il dure 24 heures, et un lien plus récent le remplace. Demandez-en un nouveau.',
  'accounts.noEmail': () => 'La mairie n’a pas d’adresse e-mail pour vous. Appelez-la pour la donner.',
  'accounts.emailTaken': ({ email }) => `L’adresse ${String(email)} sert déjà à un autre accès. Indiquez-en une autre.`,
  'accounts.lastAdmin': () => 'C’est le dernier accès d’administration. Donnez d’abord ce rôle à une autre personne.',
} satisfies RefusalWording;
