import { shallowRef, watch } from 'vue';
import { api } from '../../api/client';
import { useNotice } from '../../composables/use-notice';
import { useSession } from '../../stores/session';

const WAIT_MS = 60;

/** Balances of the families in sight, those not yet known asked together. Gives undefined until known, or without the right. */
export function useBalances(familyIds: () => readonly number[]) {
  const session = useSession();
  const notice = useNotice();
  const known = shallowRef<ReadonlyMap<number, number>>(new Map());
  const asked = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const ids = familyIds().filter((id) => !asked.has(id));
    if (ids.length === 0) return;
    ids.forEach((id) => asked.add(id));
    try {
      const found = await api.payments.balances.query({ familyIds: ids.slice(0, 500) });
      known.value = new Map([...known.value, ...found.map(({ familyId, balanceCents }) => [familyId, balanceCents] as const)]);
    } catch (error) {
      notice.refused(error);
    }
  }
  if (session.may('payments.read')) {
    watch(() => familyIds().join(), () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), WAIT_MS);
    }, { immediate: true });
  }
  return { balanceOf: (familyId: number): number | undefined => known.value.get(familyId), mayRead: session.may('payments.read') };
}
