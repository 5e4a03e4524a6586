import type { RefusalWording } from '../../kernel/errors';

const STATES: Readonly<Record<string, string>> = {
  preparing: 'Cette facturation est en préparation\u00a0: rien n’est encore émis.',
  issuing: 'Cette facturation est déjà en cours d’émission.',
  stopped: 'Cette facturation est arrêtée\u00a0: reprenez-la.',
  issued: 'Cette facturation est terminée\u00a0: ce qui est émis ne change plus.',
  abandoned: 'Cette facturation a été abandonnée.',
};

export const billingMessages = {
  'billing.unknownRun': () => 'Cette facturation n’existe pas.',
  'billing.unknownInvoice': () => 'Cette facture n’existe pas. Vérifiez son numéro.',
  'billing.wholeMonths': () => 'Choisissez un ou plusieurs mois entiers, douze au plus.',
  'billing.tooFar': () => 'Cette période est trop loin dans l’avenir. Choisissez un mois commencé.',
  'billing.noRules': () => 'Aucun règlement n’est en vigueur pour cette période. Mettez d’abord un règlement en vigueur.',
  'billing.runOpen': ({ period, by }) => `Une facturation est déjà en cours (${String(period)}, commencée par ${String(by)}). Terminez-la ou abandonnez-la d’abord.`,
  'billing.runState': ({ state }) => `${STATES[String(state)] ?? 'Cette facturation a changé d’état.'} Rechargez la page.`,
  'billing.atWork': () => 'L’émission est déjà en cours. Suivez son avancement sur cette page.',
  'billing.alreadyBegun': () => 'Des factures sont déjà émises\u00a0: cette facturation ne peut plus être abandonnée. Reprenez-la, ou annulez les factures une à une.',
  'billing.notInRun': () => 'Cette famille ne fait pas partie de cette facturation.',
  'billing.alreadyIssued': ({ name }) => `La facture de la famille ${String(name)} est déjà émise. Annulez-la par un avoir si elle est fausse.`,
  'billing.alreadyCancelled': ({ label, by }) => `La facture ${String(label)} est déjà annulée par l’avoir ${String(by)}.`,
  'billing.creditNoteStands': ({ label }) => `${String(label)} est un avoir\u00a0: il ne s’annule pas. Corrigez les présences ou les réservations, puis «\u00a0Régulariser maintenant\u00a0».`,
  'billing.nothingToIssue': ({ why }) => String(why),
  'billing.notGuardian': () => 'Seuls les responsables de la famille peuvent payer ses factures. Rechargez la page.',
} satisfies RefusalWording;
