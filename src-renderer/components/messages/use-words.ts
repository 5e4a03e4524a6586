import { reactive } from 'vue';

/** A file that the host keeps until a message takes it. */
export interface KeptFile {
  readonly id: number;
  readonly name: string;
}

/** A message being written. */
export interface Words {
  html: string;
  files: readonly KeptFile[];
}

const kept = new Map<string, Words>();

/**
 * What is being written to a conversation stays while others are looked at, until it is sent. The
 * same words sent again carry the same key: one message, whatever the network did.
 */
export function useWords(key: string) {
  const words = kept.get(key) ?? reactive<Words>({ html: '', files: [] });
  kept.set(key, words);
  let attempt = { told: '', requestKey: '' };
  function ready(more = ''): { html: string; uploadIds: number[]; requestKey: string } {
    const told = JSON.stringify([words, more]);
    if (told !== attempt.told) attempt = { told, requestKey: crypto.randomUUID() };
    return { html: words.html, uploadIds: words.files.map(({ id }) => id), requestKey: attempt.requestKey };
  }
  function forget(): void {
    Object.assign(words, { html: '', files: [] });
    kept.delete(key);
    attempt = { told: '', requestKey: '' };
  }
  return { words, ready, forget };
}
