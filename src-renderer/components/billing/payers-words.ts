import type { FamilyPayers } from '../../../src-main/features/billing/schema';
import { enumerated } from '../../../src-main/kernel/text';

/** "Paul ALAIN paie tout", "Paul ALAIN paie 60 % et Lucie ALAIN 40 %". */
export function payersWords({ guardians }: FamilyPayers): string {
  const paying = guardians.filter(({ percent }) => percent > 0);
  const [first, ...others] = paying;
  if (!first) return 'Personne pour l’instant : la famille n’a pas de responsable.';
  if (others.length === 0) return `${first.name} paie tout.`;
  return `${enumerated([`${first.name} paie ${first.percent}\u00a0%`, ...others.map(({ name, percent }) => `${name} ${percent}\u00a0%`)])}. Chacun reçoit la facture de sa part.`;
}

/** By which way the invoices leave, and what is missing for it. */
export function wayWords({ byPost, guardians }: FamilyPayers): string {
  const paying = guardians.filter(({ percent }) => percent > 0);
  const withoutMail = paying.filter(({ email }) => email === '');
  const withoutAddress = paying.filter(({ hasAddress }) => !hasAddress);
  const missing = withoutAddress.length > 0 ? ` L’adresse postale de ${enumerated(withoutAddress.map(({ name }) => name))} manque.` : '';
  if (byPost) return `Sur papier, par la poste.${missing}`;
  if (withoutMail.length === 0) return `Par mail, avec un lien vers le portail.${missing}`;
  if (withoutMail.length === paying.length) return `Par la poste, faute d’adresse e-mail.${missing}`;
  return `Par mail, et par la poste pour ${enumerated(withoutMail.map(({ name }) => name))}, faute d’adresse e-mail.${missing}`;
}
