import { computed, watch } from 'vue';
import { CallRefused } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { useSubmit } from '../../components/form/use-submit';
import { useDraft } from '../../state/message-drafts';
import type { Draft } from '../../state/message-drafts';
import { usePages } from '../documents/use-pages';

/** What every message carries. */
export interface Words {
  readonly html: string;
  readonly uploadIds: number[];
  readonly requestKey: string;
}

/**
 * A message being written, with its files, kept in the tab under `key` until `send` has succeeded.
 * Sent twice, it is one message.
 */
export function useMessage(key: string, start: Partial<Draft>, send: (words: Words) => Promise<void>) {
  const { draft, requestKey, forget } = useDraft(key, start);
  const { pages, add, remove, retry, settled, isSending } = usePages(draft.files);
  watch(() => pages.flatMap(({ id, name, bytes }) => (id === null ? [] : [{ id, name, bytes }])), (files) => {
    draft.files = files;
  });

  const { busy, state, submit, errorOf } = useSubmit(async () => {
    await settled();
    if (pages.some((page) => page.state === 'failed')) throw refused('files', 'Un fichier n’est pas chargé\u00a0: retirez-le, ou réessayez.');
    await withSession(() => send({ html: draft.html, uploadIds: pages.flatMap(({ id }) => id ?? []), requestKey: requestKey() }));
    pages.splice(0);
    forget();
  });
  const fileError = computed(() => errorOf('files') ?? errorOf('uploadIds'));
  return { draft, pages, add, remove, retry, isSending, busy, state, submit, errorOf, fileError };
}

const refused = (field: string, message: string): CallRefused => new CallRefused({ code: 'form', message, fields: { [field]: message }, reference: null });
