import { useQuery, useQueryCache } from '@pinia/colada';
import type { FamilyFile } from '../../../src-main/features/families/schema';
import { api } from '../../api/client';

const keyOf = (id: number) => ['families', 'file', id] as const;

/** One family's page, and how to read it anew after a save. */
export function useFamily(id: number) {
  const query = useQuery({ key: keyOf(id), query: (): Promise<FamilyFile> => api.families.read.query({ familyId: id }) });
  const cache = useQueryCache();
  /** Every family's page: a person or a child may stand on several. What is known of its children follows. */
  const refresh = async (): Promise<void> => {
    await Promise.all([cache.invalidateQueries({ key: ['families'] }), cache.invalidateQueries({ key: ['enrolments'] })]);
  };
  return { query, refresh };
}

/** Zones, flags and categories of the rulebook in force. */
export const useRuleWords = () => useQuery({ key: ['rules', 'words'], query: () => api.rules.words.query(), staleTime: 60_000 });

export const useSchools = () => useQuery({ key: ['schools'], query: () => api.schools.list.query() });
