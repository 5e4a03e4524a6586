import { reactive, watch } from 'vue';
import type { KeptPage } from './paper-draft';

const PREFIX = 'preau.message.';

/** A message being written. */
export interface Draft {
  familyId: number | null;
  departmentId: number | null;
  subject: string;
  html: string;
  files: readonly KeptPage[];
}

/** The last sending: after a reload too, the same words are the same message. */
interface Attempt {
  words: string;
  requestKey: string;
}
const NO_ATTEMPT: Attempt = { words: '', requestKey: '' };

const EMPTY: Draft = { familyId: null, departmentId: null, subject: '', html: '', files: [] };

/**
 * A message that stays in the tab until it is sent: through a reload, a cut line, an ended session.
 * `start` fills in what is known; what was kept goes before it.
 */
export function useDraft(key: string, start: Partial<Draft> = {}) {
  const draft = reactive<Draft>({ ...EMPTY, files: [], ...start, ...kept(key) });
  let attempt = lastAttempt(key);
  watch(draft, () => keep(key, draft));

  /** The same words sent again are the same message; others are another one. */
  function requestKey(): string {
    const words = JSON.stringify(draft);
    if (words !== attempt.words) {
      attempt = { words, requestKey: crypto.randomUUID() };
      keepAttempt(key, attempt);
    }
    return attempt.requestKey;
  }

  /** Sent, or given up. */
  function forget(): void {
    Object.assign(draft, { subject: '', html: '', files: [] });
    attempt = { ...NO_ATTEMPT };
    keepAttempt(key, attempt);
  }
  return { draft, requestKey, forget };
}

/** Signing out leaves nothing in the tab for who comes next. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function kept(key: string): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}

function keep(key: string, draft: Draft): void {
  const isBlank = draft.subject.trim() === '' && draft.html === '' && draft.files.length === 0;
  try {
    if (isBlank) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the words last as long as the page.
  }
}

function lastAttempt(key: string): Attempt {
  try {
    return { ...NO_ATTEMPT, ...JSON.parse(sessionStorage.getItem(`${PREFIX}${key}.envoi`) ?? '{}') as Partial<Attempt> };
  } catch {
    return { ...NO_ATTEMPT };
  }
}

function keepAttempt(key: string, attempt: Attempt): void {
  try {
    if (attempt.words === '') sessionStorage.removeItem(`${PREFIX}${key}.envoi`);
    else sessionStorage.setItem(`${PREFIX}${key}.envoi`, JSON.stringify(attempt));
  } catch {
    // A browser that keeps nothing: the key lasts as long as the page.
  }
}
