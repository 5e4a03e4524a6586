import type { Profile, ProfileSection } from '../../../../src-main/features/portal-desk/schema';
import { portal } from '../../api/portal';
import { useQuery } from '../../composables/use-query';

/** The files of the parent's families. */
export function useProfile() {
  const { data: profile, failure, load } = useQuery(() => portal.profile.read.query());

  /** Reads all anew, and gives one section as it stands now. */
  async function refresh({ part, subjectId }: ProfileSection): Promise<ProfileSection | null> {
    await load();
    return sectionsOf(profile.value).find((section) => section.part === part && section.subjectId === subjectId) ?? null;
  }
  return { profile, failure, load, refresh };
}

const sectionsOf = (profile: Profile | null): ProfileSection[] => [
  ...(profile?.families ?? []).flatMap(({ household, adults }) => [...(household ? [household] : []), ...adults.flatMap(({ sections }) => sections)]),
  ...(profile?.children ?? []).flatMap(({ sections }) => sections),
];
