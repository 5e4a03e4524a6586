import { reactive, watch } from 'vue';
import { areFiles, forgetWords, keepWords, keptWords, NO_ATTEMPT } from './kept-words';
import type { KeptFile } from './kept-words';

/** A message being written. */
export interface Words {
  html: string;
  files: readonly KeptFile[];
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'html' in value && typeof value.html === 'string' && 'files' in value && areFiles(value.files);

/**
 * What is being written to a conversation stays while others are looked at and through a reload,
 * until it is sent. The same words sent again carry the same key: one message, whatever the network
 * did. `key`: who writes and to which conversation.
 */
export function useWords(key: string) {
  const kept = keptWords(key, isWords);
  const words = reactive<Words>(kept?.draft ?? { html: '', files: [] });
  let attempt = kept?.attempt ?? NO_ATTEMPT;
  const keep = (): void => {
    if (words.html === '' && words.files.length === 0) forgetWords(key);
    else keepWords(key, { draft: words, attempt });
  };
  watch(words, keep, { flush: 'sync' });

  function ready(): { html: string; uploadIds: number[]; requestKey: string } {
    const told = JSON.stringify(words);
    if (told !== attempt.told) {
      attempt = { told, requestKey: crypto.randomUUID() };
      keep();
    }
    return { html: words.html, uploadIds: words.files.map(({ id }) => id), requestKey: attempt.requestKey };
  }
  function forget(): void {
    attempt = NO_ATTEMPT;
    Object.assign(words, { html: '', files: [] });
    forgetWords(key);
  }
  return { words, ready, forget };
}
