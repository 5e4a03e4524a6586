import { onBeforeUnmount, onMounted } from 'vue';
import { hasFileDrafts } from '../../state/file-drafts';

/** The browser asks before a tab is closed with something typed and not saved. */
export function useGuardedTab(): void {
  const guard = (event: BeforeUnloadEvent): void => {
    if (hasFileDrafts.value) event.preventDefault();
  };
  onMounted(() => addEventListener('beforeunload', guard));
  onBeforeUnmount(() => removeEventListener('beforeunload', guard));
}
