import { ref } from 'vue';
import type { Ref } from 'vue';
import { refusalOfError } from '../api/refusal';

/** What the host takes; told before megabytes are sent for nothing. */
const LARGEST_BYTES = 10_000_000;

/** Sends files to the host as soon as they are chosen, one after the other; one that is refused says why and stops no other. */
export function useUploads(send: (file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }) => Promise<void>, input: Readonly<Ref<HTMLInputElement | null>>) {
  const sending = ref('');
  const failure = ref<string>();

  async function take(event: Event): Promise<void> {
    const chosen = [...((event.target as HTMLInputElement).files ?? [])];
    if (input.value) input.value.value = '';
    failure.value = undefined;
    for (const file of chosen) {
      if (file.size > LARGEST_BYTES) {
        failure.value = `${file.name} : ce fichier dépasse 10 Mo. Réduisez-le, puis choisissez-le à nouveau.`;
        continue;
      }
      sending.value = file.name;
      try {
        await send({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch (error) {
        failure.value = `${file.name} : ${refusalOfError(error).message}`;
      }
    }
    sending.value = '';
  }
  return { sending, failure, take };
}
