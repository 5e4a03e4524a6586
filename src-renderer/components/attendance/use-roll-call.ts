import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue';
import type { RollCall, RollCallConflict, RollCallRequest, RollCallRow } from '../../../src-main/features/attendance/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import type { Refusal } from '../../../src-main/kernel/errors';
import { counted } from '../../../src-main/kernel/text';
import { api } from '../../api/client';
import { refusalOfError } from '../../api/refusal';
import { useNotice } from '../../composables/use-notice';
import { useShortcut } from '../../composables/use-shortcut';
import { hourLater } from './hours';
import { changed, countsOf, keepMarks, keptMarks, rowKey, shownRows } from './marks';
import type { Change, Mark, ShownRow } from './marks';

/** What a save of many children may send at once. */
const MOST_AT_ONCE = 1000;

/** The roll call of a day: what the host knows, what is tapped on top, and what saves it. */
export function useRollCall(asked: () => RollCallRequest) {
  const cache = useQueryCache();
  const notice = useNotice();
  let readAt = 0;
  const query = useQuery({
    key: () => ['attendance', 'call', JSON.stringify(asked())],
    query: async () => {
      const request = asked();
      const call = await api.attendance.rollCall.query(request);
      readAt = performance.now();
      return { request: JSON.stringify(request), call };
    },
    placeholderData: (previous) => previous,
  });
  const call = computed<RollCall | undefined>(() => query.data.value?.call);
  /** The rows on the screen answer another question than the one just asked. */
  const isBehind = computed(() => query.data.value?.request !== JSON.stringify(asked()));
  const day = computed(() => call.value?.day);

  const marks = reactive(new Map<string, Mark>()) as Map<string, Mark>;
  const conflicts = ref<readonly RollCallConflict[]>([]);
  const refusal = ref<Refusal | null>(null);
  /** Sentence by `key.field`, of hours that the host refused. */
  const errors = ref<Readonly<Record<string, string>>>({});
  /** Hours on the screen that are none, by `key.field`: nothing is saved around them. */
  const wrongHours = reactive(new Set<string>());
  const isSaving = ref(false);
  const isRestored = ref(false);

  watch(day, (next) => {
    marks.clear();
    conflicts.value = [];
    forget();
    if (!next) return;
    for (const [key, mark] of keptMarks(next)) marks.set(key, mark);
    isRestored.value = marks.size > 0;
  }, { immediate: true });

  const rows = computed<ShownRow[]>(() => (call.value ? shownRows(call.value.rows, marks, call.value.chosen) : []));
  const counts = computed(() => countsOf(rows.value));
  const isDirty = (): boolean => marks.size > 0;
  const savedRow = (key: string): RollCallRow | undefined => call.value?.rows.find((row) => rowKey(row) === key);

  function forget(): void {
    refusal.value = null;
    errors.value = {};
  }

  function put(key: string, mark: Mark | null): void {
    if (mark) marks.set(key, mark);
    else marks.delete(key);
    forget();
    if (day.value) keepMarks(day.value, marks);
  }

  function change(row: ShownRow, wanted: Change): void {
    if (call.value?.isFuture) return;
    put(row.key, changed(row, savedRow(row.key), marks.get(row.key), wanted));
  }

  /** Everybody of the list who is not called yet is there. */
  function allPresent(): void {
    for (const row of rows.value.filter(({ state }) => state === null)) change(row, { state: 'present' });
  }

  /** Adds a child who came; one that is listed already is noted as present. */
  function add(child: { readonly childId: number; readonly name: string; readonly schoolAndClass: string }, service: string): string {
    const key = rowKey({ childId: child.childId, service });
    const listed = rows.value.find((row) => row.key === key);
    if (listed) change(listed, { state: 'present' });
    else put(key, { childId: child.childId, service, state: 'present', arrival: null, departure: null, seenAt: null, added: { name: child.name, className: child.schoolAndClass } });
    return key;
  }

  async function save(): Promise<void> {
    const on = day.value;
    if (isSaving.value || !on || !isDirty()) return;
    if (wrongHours.size > 0) {
      refusal.value = { code: 'hour', message: 'Une heure est mal écrite : corrigez-la, puis enregistrez.', fields: {}, reference: null };
      return;
    }
    isSaving.value = true;
    forget();
    const sent = [...marks].slice(0, MOST_AT_ONCE);
    try {
      const result = await api.attendance.save.mutate({ day: on, entries: sent.map(([, { added: _, ...entry }]) => entry) });
      // What was saved is read again before the marks go: nothing flickers back meanwhile.
      await cache.invalidateQueries({ key: ['attendance'] });
      for (const [key, mark] of sent) if (marks.get(key) === mark) marks.delete(key);
      keepMarks(on, marks);
      isRestored.value = false;
      conflicts.value = result.conflicts;
      if (result.saved > 0 || result.conflicts.length === 0) notice.said(result.sentence);
    } catch (error) {
      refuse(refusalOfError(error), on, sent.map(([key]) => key));
    } finally {
      isSaving.value = false;
    }
  }

  function refuse(told: Refusal, on: LocalDate, keys: readonly string[]): void {
    keepMarks(on, marks);
    refusal.value = told;
    errors.value = Object.fromEntries(Object.entries(told.fields).flatMap(([path, sentence]) => {
      const found = /^entries\.(\d+)\.(arrival|departure)$/.exec(path);
      return found ? [[`${keys[Number(found[1])]!}.${found[2]!}`, sentence]] : [];
    }));
  }

  function drop(): void {
    marks.clear();
    forget();
    isRestored.value = false;
    if (day.value) keepMarks(day.value, marks);
  }

  function noteWrong(place: string, isWrong: boolean): void {
    if (isWrong) wrongHours.add(place);
    else wrongHours.delete(place);
    forget();
  }

  /** The first hour to correct. */
  const hourToMend = (): string | undefined => [...wrongHours, ...Object.keys(errors.value)][0];

  /** What the town's clock shows now: that of the last answer, and the time since. */
  const timeNow = (): string => hourLater(call.value?.time ?? '00:00', performance.now() - readAt);

  const warn = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn);
    if (isDirty()) notice.said('Votre appel n’est pas enregistré', `${counted(marks.size, 'pointage est gardé', 'pointages sont gardés')} sur cet appareil : revenez à Présences pour enregistrer.`);
  });
  useShortcut({ keys: 'ctrl+s', label: 'Enregistrer l’appel', when: isDirty, run: () => void save() });

  return { query, call, isBehind, rows, counts, marks, conflicts, refusal, errors, isSaving, isRestored, noteWrong, hourToMend, change, allPresent, add, save, drop, timeNow };
}

export type RollCallDesk = ReturnType<typeof useRollCall>;
