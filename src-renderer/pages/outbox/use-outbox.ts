import { useQueryCache } from '@pinia/colada';
import { computed, onBeforeUnmount, ref, watch } from 'vue';
import type { MailState, Outbox, OutboxMail } from '../../../src-main/features/mail/schema';
import { counted } from '../../../src-main/kernel/text';
import { api } from '../../api/client';
import { isAttended } from '../../composables/attention';
import { confirmDialog } from '../../composables/confirm-dialog';
import { useNotice } from '../../composables/use-notice';

const PAGE = 100;
/** Mails leave while the page is looked at. */
const REFRESH_MS = 10_000;

/** The outbox as it is filtered, with its pages backwards and what may be done. */
export function useOutbox() {
  const cache = useQueryCache();
  const notice = useNotice();
  const state = ref<MailState | null>(null);
  const search = ref('');
  const outbox = ref<Outbox | null>(null);
  const mails = ref<readonly OutboxMail[]>();
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  const hasMore = ref(false);
  let asked = 0;

  /** `quiet`: by itself, so that it asks nobody to sign in again. */
  async function load(quiet = false): Promise<void> {
    asked += 1;
    const mine = asked;
    isLoading.value = true;
    try {
      const shown = Math.min(200, Math.max(PAGE, mails.value?.length ?? 0));
      const found = await api.mail.outbox.query({ ...filter(), limit: shown }, { context: { quiet } });
      if (mine !== asked) return;
      outbox.value = found;
      mails.value = found.mails;
      hasMore.value = found.mails.length === shown;
      error.value = null;
    } catch (failure) {
      if (mine === asked) error.value = failure;
    } finally {
      if (mine === asked) isLoading.value = false;
    }
  }

  async function loadOlder(): Promise<void> {
    const last = mails.value?.at(-1);
    if (!last) return;
    try {
      const older = await api.mail.outbox.query({ ...filter(), beforeId: last.id, limit: PAGE });
      mails.value = [...(mails.value ?? []), ...older.mails];
      hasMore.value = older.mails.length === PAGE;
    } catch (failure) {
      notice.refused(failure);
    }
  }

  const filter = () => ({ ...(state.value && { state: state.value }), ...(search.value.trim() && { search: search.value.trim() }) });

  async function act(work: () => Promise<string>): Promise<void> {
    try {
      notice.said(await work());
    } catch (failure) {
      notice.refused(failure);
    }
    await Promise.all([load(), cache.invalidateQueries({ key: ['mail'] })]);
  }

  const retry = (ids: readonly number[]) => act(async () => {
    const { retried } = await api.mail.retry.mutate({ ids: [...ids] });
    return outbox.value?.hasServer ? `${counted(retried, 'mail repart', 'mails repartent')} maintenant.` : `${counted(retried, 'mail attend', 'mails attendent')} le serveur de messagerie.`;
  });

  async function cancel(mail: OutboxMail): Promise<void> {
    const agreed = await confirmDialog({
      title: 'Annuler cet envoi ?',
      consequences: [`${mail.toName || mail.toEmail} ne recevra pas « ${mail.subject} ».`, 'Le mail reste dans la liste ; vous pourrez relancer son envoi.'],
      action: 'Annuler l’envoi', refuse: 'Garder en attente', danger: true,
    });
    if (!agreed) return;
    await act(async () => {
      await api.mail.cancel.mutate({ id: mail.id });
      return 'L’envoi est annulé.';
    });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch([state, search], () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      mails.value = undefined;
      void load();
    }, 150);
  });
  const refresh = setInterval(() => {
    // Refreshed for nobody, the session would never end.
    if (isAttended() && (mails.value?.length ?? 0) <= 200) void load(true);
  }, REFRESH_MS);
  onBeforeUnmount(() => {
    clearInterval(refresh);
    clearTimeout(timer);
  });
  void load();

  const counts = computed(() => outbox.value?.counts);
  const hasServer = computed(() => outbox.value?.hasServer ?? true);
  /** Why mails wait although there is a server: its last refusal. */
  const trouble = computed(() => (hasServer.value ? mails.value?.find((mail) => mail.state === 'waiting' && mail.reason)?.reason : undefined));
  return { state, search, mails, counts, hasServer, trouble, hasMore, error, isLoading, load, loadOlder, retry, cancel };
}
