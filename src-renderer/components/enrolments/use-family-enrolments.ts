import { useQuery, useQueryCache } from '@pinia/colada';
import { api } from '../../api/client';

/** A family's enrolments, and how to read anew all that hangs on them after a save. */
export function useFamilyEnrolments(familyId: () => number) {
  const query = useQuery({ key: () => ['enrolments', 'family', familyId()], query: () => api.enrolments.ofFamily.query({ familyId: familyId() }) });
  const cache = useQueryCache();
  const refresh = async (): Promise<void> => {
    await Promise.all([cache.invalidateQueries({ key: ['enrolments'] }), cache.invalidateQueries({ key: ['bookings'] })]);
  };
  return { query, refresh };
}

export const STATUS_CHOICES = [
  { value: null, label: 'Selon la semaine type' },
  { value: 'regular', label: 'Régulier' },
  { value: 'occasional', label: 'Occasionnel' },
] as const;
