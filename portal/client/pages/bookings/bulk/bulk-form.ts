import { reactive, watch } from 'vue';
import type { Weekday } from '../../../../../src-main/kernel/local-date';

/** What the parent has chosen so far. Days are empty until they are typed. */
export interface BulkForm {
  step: 1 | 2 | 3;
  service: string;
  childIds: number[];
  weekdays: Weekday[];
  from: string;
  to: string;
  mode: 'add' | 'replace';
  every: 1 | 2;
}

const KEY = 'preau.en-masse';
const EMPTY: BulkForm = { step: 1, service: '', childIds: [], weekdays: [], from: '', to: '', mode: 'add', every: 1 };

/** The form, kept through a reload of the tab until it is booked. */
export function useBulkForm() {
  const form = reactive<BulkForm>({ ...EMPTY, ...read() });
  watch(form, () => write(JSON.stringify(form)));
  const begin = (): void => {
    Object.assign(form, { ...EMPTY, childIds: [], weekdays: [] });
  };
  return { form, begin };
}

function read(): Partial<BulkForm> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<BulkForm>;
  } catch {
    return {};
  }
}

function write(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing: the form lasts as long as the page.
  }
}
