import type { Result, Rulebook } from '../rulebook/schema';

type Reader = 'parent' | 'staff';

const NO_PROOF: Readonly<Record<Reader, string>> = {
  parent: 'Votre quotient familial n’est pas connu : le tarif le plus élevé s’applique. Envoyez votre attestation CAF ou MSA à la mairie.',
  staff: 'Le quotient familial de la famille n’est pas connu à ces dates : le tarif le plus élevé s’applique.',
};

/** Sentences above the table: what the household, or staff, should know before they book. */
export function noticesOf(rulebook: Rulebook, tables: number, results: readonly Result[], reader: Reader): string[] {
  // Staff have these two as empty pages of their own, with the action that mends them.
  if (rulebook.versions.length === 0) return reader === 'staff' ? [] : ['Les réservations ne sont pas encore ouvertes : la mairie n’a pas encore mis son règlement en vigueur.'];
  if (tables === 0) return reader === 'staff' ? [] : ['Aucun enfant n’est inscrit à un service pour cette période. Pour une inscription, adressez-vous à la mairie.'];
  return results.some(({ flags }) => flags.includes('noProof')) ? [NO_PROOF[reader]] : [];
}
