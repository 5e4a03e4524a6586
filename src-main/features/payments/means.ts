/** How a payment came. Words of the trade, shared by pages, papers and refusals. */
export const MEANS = ['cash', 'cheque', 'card', 'transfer'] as const;
export type Means = (typeof MEANS)[number];

export const MEANS_LABELS: Readonly<Record<Means, string>> = {
  cash: 'Espèces', cheque: 'Chèque', card: 'Carte bancaire', transfer: 'Virement',
};

/** "Chèque nº 1234567, Crédit Agricole"; "Virement, réf. ABC"; "Espèces". */
export function meansInWords({ means, reference, bank }: { readonly means: Means; readonly reference: string; readonly bank: string }): string {
  const number = reference && (means === 'cheque' ? ` nº\u00a0${reference}` : `, réf. ${reference}`);
  return `${MEANS_LABELS[means]}${number}${bank && `, ${bank}`}`;
}
