import type { Result, Rulebook } from '../rulebook/schema';

/** Sentences above the table: what the household should know before it books. */
export function noticesOf(rulebook: Rulebook, tables: number, results: readonly Result[]): string[] {
  if (rulebook.versions.length === 0) return ['Les réservations ne sont pas encore ouvertes : la mairie n’a pas encore mis son règlement en vigueur.'];
  if (tables === 0) return ['Aucun enfant n’est inscrit à un service pour cette période. Pour une inscription, adressez-vous à la mairie.'];
  const noProof = results.some(({ flags }) => flags.includes('noProof'));
  return noProof ? ['Votre quotient familial n’est pas connu : le tarif le plus élevé s’applique. Envoyez votre attestation CAF ou MSA à la mairie.'] : [];
}
