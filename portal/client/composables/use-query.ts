import { ref, shallowRef } from 'vue';
import type { Refusal } from '../../../src-main/kernel/errors';
import { refusalOf } from '../api/refusal';
import { withSession } from '../api/with-session';

/** What a page fetches: nothing yet (skeleton), the data, or why it failed. */
export function useQuery<Data>(ask: () => Promise<Data>) {
  const data = shallowRef<Data | null>(null);
  const failure = ref<Refusal | null>(null);

  async function load(): Promise<void> {
    failure.value = null;
    try {
      data.value = await withSession(ask);
    } catch (error) {
      failure.value = refusalOf(error);
    }
  }
  void load();
  return { data, failure, load };
}
