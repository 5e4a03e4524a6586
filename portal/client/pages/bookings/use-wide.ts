import { onBeforeUnmount, ref } from 'vue';

/** True from that width on (a tablet's by default): there is room for the guides' table. */
export function useWide(from = '48rem') {
  const query = matchMedia(`(min-width: ${from})`);
  const wide = ref(query.matches);
  const follow = (event: MediaQueryListEvent): void => {
    wide.value = event.matches;
  };
  query.addEventListener('change', follow);
  onBeforeUnmount(() => query.removeEventListener('change', follow));
  return wide;
}
