import type { FoundDebtor } from '../../../src-main/features/payments/schema';
import { api } from '../../api/client';
import { useTypedSearch } from '../../composables/use-typed-search';

/** Families as they are typed by name, child or invoice. */
export const useDebtorSearch = () => useTypedSearch<FoundDebtor>({
  least: 1,
  ask: (text) => api.payments.find.query({ text }),
  nothing: 'Aucune famille ni facture trouvée. Vérifiez l’orthographe ou le numéro.',
});
