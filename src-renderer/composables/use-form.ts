import { computed, inject, nextTick, onBeforeUnmount, reactive, ref, toRaw, useId } from 'vue';
import type { ComputedRef, InjectionKey } from 'vue';
import type { Refusal } from '../../src-main/kernel/errors';
import { refusalOfError } from '../api/refusal';
import { useShortcut } from './use-shortcut';
import { watchUnsaved } from './unsaved';

export interface FormOptions<Values, Result> {
  /** After a successful save: go on, tell, invalidate what was fetched. */
  readonly onSaved?: (result: Result) => void | Promise<void>;
  /** Fetches the saved state; offered when someone else has changed it meanwhile. */
  readonly reload?: () => Promise<Values>;
  /** False for what need not be guarded against leaving: sign-in, a search. */
  readonly guard?: boolean;
}

/** What the fields and the summary know of their form. */
export interface FormFrame {
  readonly errors: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
  readonly isSaving: boolean;
  readonly mayReload: boolean;
  readonly idOf: (name: string) => string;
  readonly submit: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

export interface Form<Values extends object> extends FormFrame {
  readonly values: Values;
  readonly isDirty: boolean;
  /** Takes other values as the saved state. */
  readonly reset: (values: Values) => void;
  /** Shows a refusal that came otherwise than by saving. */
  readonly refuse: (refusal: Refusal | null) => Promise<void>;
}

/** `FormBox` provides its form under this key. */
export const formKey: InjectionKey<ComputedRef<FormFrame>> = Symbol('form');
/** The form around a field, if any. */
export const useFormFrame = (): ComputedRef<FormFrame> | null => inject(formKey, null);

/**
 * A form whose typed text is never lost: changes are watched, Ctrl+S saves, a second click while
 * saving does nothing, refusals come back to their fields, leaving with changes asks first.
 */
export function useForm<Values extends object, Result>(
  initial: Values,
  save: (values: Values) => Promise<Result>,
  options: FormOptions<Values, Result> = {},
): Form<Values> {
  const values = reactive(copy(initial)) as Values;
  const saved = ref(fingerprint(initial));
  const refusal = ref<Refusal | null>(null);
  const isSaving = ref(false);
  const id = useId();
  const isDirty = computed(() => fingerprint(values) !== saved.value);
  const idOf = (name: string): string => `${id}-${name.replaceAll('.', '-')}`;

  const reset = (next: Values): void => {
    for (const key of Object.keys(values)) if (!(key in next)) delete (values as Record<string, unknown>)[key];
    Object.assign(values, copy(next));
    saved.value = fingerprint(values);
    refusal.value = null;
  };

  const refuse = async (next: Refusal | null): Promise<void> => {
    refusal.value = next;
    await nextTick();
    // One field is gone to at once; of several, the summary tells first.
    const [only, ...others] = Object.keys(next?.fields ?? {});
    const field = only !== undefined && others.length === 0 ? document.getElementById(idOf(only)) : null;
    (field ?? document.getElementById(idOf('summary')))?.focus();
  };

  const submit = async (): Promise<void> => {
    if (isSaving.value) return;
    isSaving.value = true;
    const sent = copy(values);
    try {
      const result = await save(sent);
      saved.value = fingerprint(sent);
      refusal.value = null;
      await options.onSaved?.(result);
    } catch (error) {
      await refuse(refusalOfError(error));
    } finally {
      isSaving.value = false;
    }
  };

  const reload = async (): Promise<void> => {
    if (!options.reload) return;
    try {
      reset(await options.reload());
    } catch (error) {
      refusal.value = refusalOfError(error);
    }
  };

  if (options.guard !== false) onBeforeUnmount(watchUnsaved(() => isDirty.value));
  useShortcut({ keys: 'ctrl+s', when: () => isDirty.value, run: () => void submit() });

  const errors = computed(() => refusal.value?.fields ?? {});
  const form = reactive({ values, errors, refusal, isSaving, isDirty, mayReload: options.reload !== undefined, idOf, submit, reload, reset, refuse });
  return form as Form<Values>;
}

const copy = <T>(value: T): T => cloned(value) as T;

/** A deep copy of plain values, without Vue's proxies; bytes are kept as they are. */
function cloned(value: unknown): unknown {
  const raw: unknown = toRaw(value);
  if (raw instanceof Uint8Array || typeof raw !== 'object' || raw === null) return raw;
  if (Array.isArray(raw)) return raw.map(cloned);
  return Object.fromEntries(Object.entries(raw).map(([key, entry]) => [key, cloned(entry)]));
}

/** The same for the same values, in whatever order their keys were written. */
function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (entry instanceof Uint8Array) return `${entry.length} octets ${entry.slice(0, 64).join()}`;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
