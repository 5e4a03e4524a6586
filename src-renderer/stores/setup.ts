import { defineStore } from 'pinia';
import { ref } from 'vue';
import { api } from '../api/client';

/** Whether the town is set up, and what it is called. */
export const useSetup = defineStore('setup', () => {
  const done = ref(false);
  const townName = ref<string | null>(null);

  async function load(): Promise<void> {
    const state = await api.setup.state.query();
    done.value = state.done;
    townName.value = state.townName;
  }

  return { done, townName, load };
});
