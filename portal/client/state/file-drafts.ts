import { computed, reactive } from 'vue';

/** What a parent is typing in one section of the file. In memory only: health data are not left on a shared device. */
export interface FileDraft {
  readonly values: Record<string, string>;
  /** What the page showed when it was begun, or last told to have changed. */
  readonly seen: Record<string, string>;
}

const drafts = reactive(new Map<string, FileDraft>());

export const draftOf = (key: string): FileDraft | null => drafts.get(key) ?? null;
export const keepFileDraft = (key: string, draft: FileDraft): void => void drafts.set(key, draft);
export const dropFileDraft = (key: string): void => void drafts.delete(key);
/** Signing out leaves nothing in the tab for who comes next. */
export const forgetFileDrafts = (): void => drafts.clear();

/** Something was typed and not saved. */
export const hasFileDrafts = computed(() => [...drafts.values()].some(({ values, seen }) => Object.keys(values).some((field) => values[field] !== seen[field])));
