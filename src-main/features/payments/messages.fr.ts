import { formatDate } from '../../kernel/french-dates';
import { localDate } from '../../kernel/local-date';
import { cents, formatEuros } from '../../kernel/money';
import type { RefusalWording } from '../../kernel/errors';

const euros = (value: unknown): string => formatEuros(cents(Number(value)));
const date = (value: unknown): string => formatDate(localDate(String(value)));

export const paymentMessages = {
  'payments.unknown': () => 'Ce règlement n’existe pas.',
  'payments.unknownPayer': () => 'Cette personne ne fait pas ou plus partie de la famille. Choisissez qui a payé.',
  'payments.inFuture': ({ today }) => `Cette date est dans le futur : nous sommes le ${date(today)}. Indiquez le jour où le règlement a été reçu.`,
  'payments.tooOld': ({ from }) => `Cette date remonte à plus d’un an. Indiquez un jour à partir du ${date(from)}, ou vérifiez l’année.`,
  'payments.overpaid': ({ tooMuchCents, owedCents }) => Number(owedCents) === 0
    ? `La famille ne doit rien : ces ${euros(tooMuchCents)} seraient gardés en avoir pour sa prochaine facture. Confirmez si le montant est juste.`
    : `C’est ${euros(tooMuchCents)} de plus que ce que doit la famille (${euros(owedCents)}). Confirmez pour garder la différence en avoir, ou corrigez le montant.`,
  'payments.chosenTooMuch': ({ chosenCents, cents: amount }) => `La répartition (${euros(chosenCents)}) dépasse le règlement (${euros(amount)}). Réduisez une des parts.`,
  'payments.chosenNotDue': () => 'Une des factures choisies n’est pas à cette famille ou n’est plus à payer. Rechargez, puis refaites la répartition.',
  'payments.chequeKnown': ({ label, receivedOn }) => `Ce chèque a déjà été enregistré pour cette famille le ${date(receivedOn)} (reçu ${String(label)}). Vérifiez son numéro.`,
  'payments.keyReused': () => 'Cette saisie a déjà servi à un autre règlement. Rechargez la page, puis recommencez.',
  'payments.alreadyReversed': ({ onDay }) => `Ce règlement a déjà été annulé le ${date(onDay)}.`,
  'payments.reversedStays': () => 'Ce règlement a été annulé : il ne peut plus être réparti.',
} satisfies RefusalWording;
