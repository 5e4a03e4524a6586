import type { RefusalWording } from '../../kernel/errors';

/** Why a mail did not leave: told in the outbox and when a trial fails. Codes are `mail.` + SmtpFailureKind. */
export const mailMessages = {
  'mail.unreachable': ({ host }) => `Le serveur de messagerie ${host} ne répond pas. Vérifiez son nom, le port et la connexion à internet.`,
  'mail.timeout': ({ host }) => `Le serveur de messagerie ${host} met trop de temps à répondre. Vérifiez le port et le mode de chiffrement.`,
  'mail.certificate': ({ host }) => `Le certificat du serveur de messagerie ${host} n’est pas reconnu : rien ne lui est envoyé. Vérifiez le nom du serveur, ou demandez à votre prestataire de renouveler le certificat.`,
  'mail.noEncryption': ({ host }) => `Le serveur de messagerie ${host} refuse le chiffrement choisi. Essayez l’autre mode de chiffrement, avec son port (465 ou 587).`,
  'mail.signIn': ({ host }) => `Le serveur de messagerie ${host} refuse le nom d’utilisateur ou le mot de passe. Corrigez-les dans Réglages, Messagerie.`,
  'mail.sender': ({ from }) => `Le serveur de messagerie refuse l’adresse d’envoi ${from}. Utilisez celle que votre prestataire autorise.`,
  'mail.recipient': ({ to }) => `L’adresse ${to} est refusée : elle n’existe pas ou plus. Corrigez-la dans la fiche de la famille, puis relancez l’envoi.`,
  'mail.later': () => 'Le serveur de messagerie demande de patienter. Un nouvel essai est prévu.',
  'mail.refused': () => 'Le serveur de messagerie refuse ce mail. Relancez l’envoi plus tard ou demandez à votre prestataire.',
  'mail.noServer': () => 'Aucun serveur de messagerie n’est réglé : les mails attendent dans la boîte d’envoi. Réglez-le dans Réglages, Messagerie.',
  'mail.passwordAgain': () => 'Le serveur ou le nom d’utilisateur a changé : saisissez aussi le mot de passe.',
  'mail.notWaiting': () => 'Ce mail n’attend plus : il vient de partir ou d’être annulé.',
  'mail.alreadySent': () => 'Ce mail est déjà parti : il ne peut plus être relancé.',
} satisfies RefusalWording;
