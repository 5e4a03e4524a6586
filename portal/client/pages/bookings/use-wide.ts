import { onBeforeUnmount, ref } from 'vue';

/** True from tablet width on: there is room for the guides' table. */
export function useWide() {
  const query = matchMedia('(min-width: 48rem)');
  const wide = ref(query.matches);
  const follow = (event: MediaQueryListEvent): void => {
    wide.value = event.matches;
  };
  query.addEventListener('change', follow);
  onBeforeUnmount(() => query.removeEventListener('change', follow));
  return wide;
}
