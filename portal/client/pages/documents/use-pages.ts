import { computed, onBeforeUnmount, onMounted, reactive, ref } from 'vue';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import type { KeptPage } from '../../state/paper-draft';
import { uploadFile } from './upload-file';

/** A page of the paper: a file on its way to the host, or there. */
export interface Page {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  state: 'sending' | 'done' | 'failed';
  /** Part sent, 0 to 1. */
  part: number;
  error: string;
  /** The network failed, not the file: sending it again may succeed. */
  cutOff: boolean;
  /** Of the file once it is there. */
  id: number | null;
}

/**
 * The files of a paper: each goes up as soon as it is chosen. One that the network stopped is sent
 * again by a press, or by itself when the network is back.
 */
export function usePages(kept: readonly KeptPage[]) {
  let last = 0;
  const pages = reactive<Page[]>(kept.map(({ name, bytes, id }) => ({ key: ++last, name, bytes, id, state: 'done', part: 1, error: '', cutOff: false })));
  const files = new Map<number, File>();
  const stops = new Map<number, AbortController>();
  const works = new Map<number, Promise<void>>();
  /** A sentence about what was chosen twice; empty when nothing was. */
  const twice = ref('');

  /** The very file that is in the list already: chosen twice by a slip of the thumb, it would make two pages. */
  const isHere = (file: File): boolean => pages.some(({ key, name, bytes }) => {
    const known = files.get(key);
    // What a reload kept is known by its name and size alone.
    return known ? known.name === file.name && known.size === file.size && known.lastModified === file.lastModified : name === file.name && bytes === file.size;
  });

  function add(chosen: Iterable<File>): void {
    twice.value = '';
    for (const file of chosen) {
      if (isHere(file)) {
        twice.value = `« ${file.name} » est déjà dans la liste.`;
        continue;
      }
      last += 1;
      pages.push({ key: last, name: file.name, bytes: file.size, state: 'sending', part: 0, error: '', cutOff: false, id: null });
      files.set(last, file);
      start(pages[pages.length - 1]!);
    }
  }

  const start = (page: Page): void => {
    works.set(page.key, send(page));
  };

  async function send(page: Page): Promise<void> {
    const file = files.get(page.key);
    if (!file) return;
    const stop = new AbortController();
    stops.set(page.key, stop);
    Object.assign(page, { state: 'sending', part: 0, error: '', cutOff: false });
    try {
      const { id, name } = await withSession(() => uploadFile(file, (part) => { page.part = part; }, stop.signal));
      Object.assign(page, { id, name, state: 'done', part: 1 });
    } catch (error) {
      const { code, message } = refusalOf(error);
      const cutOff = code === 'unreachable';
      Object.assign(page, { state: 'failed', cutOff, error: cutOff ? 'La connexion s’est coupée. Ce fichier repartira dès qu’elle reviendra.' : message });
    }
  }

  function remove(page: Page): void {
    twice.value = '';
    stops.get(page.key)?.abort();
    files.delete(page.key);
    pages.splice(pages.indexOf(page), 1);
  }

  const again = (): void => pages.filter(({ state, cutOff }) => state === 'failed' && cutOff).forEach(start);
  onMounted(() => addEventListener('online', again));
  onBeforeUnmount(() => removeEventListener('online', again));

  /** Resolves once nothing is on its way any more. */
  const settled = async (): Promise<void> => {
    await Promise.all(works.values());
  };
  const isSending = computed(() => pages.some(({ state }) => state === 'sending'));
  return { pages, twice, add, remove, retry: start, settled, isSending };
}
