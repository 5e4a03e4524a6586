import type { RouteLocationRaw } from 'vue-router';
import type { AnomalyCase, AnomalyKind } from '../../../src-main/features/billing/schema';

/** What mends a kind of anomaly, as the verb of its link. */
export const FIX_WORDS: Readonly<Record<AnomalyKind, string>> = {
  noRollCall: 'Faire l’appel', notEnrolled: 'Inscrire l’enfant', unknownQuotient: 'Saisir le quotient', priceNotSet: 'Fixer le prix', noAddress: 'Compléter l’adresse', noPayer: 'Choisir qui paie',
};
export const KIND_ICONS: Readonly<Record<AnomalyKind, string>> = {
  noRollCall: 'i-lucide-clipboard-x', notEnrolled: 'i-lucide-user-x', unknownQuotient: 'i-lucide-circle-help', priceNotSet: 'i-lucide-scale', noAddress: 'i-lucide-map-pin-off', noPayer: 'i-lucide-user-x',
};

/** The page where a case is mended, opened at its very place. */
export function fixOf(kind: AnomalyKind, { place, day }: AnomalyCase): RouteLocationRaw & { readonly name: string } {
  switch (place.page) {
    case 'rollCall': return { name: 'attendance', query: { jour: place.day, services: place.service, ...(kind === 'noRollCall' && { manque: '1' }) } };
    case 'rules': return { name: 'settings-rules' };
    case 'family': return { name: 'family', params: { id: place.familyId }, query: kind === 'unknownQuotient' ? { ouvrir: 'quotient', ...(day && { des: day }) } : {} };
  }
}
