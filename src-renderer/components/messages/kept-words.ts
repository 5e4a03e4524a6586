/** A file that the host keeps until a message takes it. */
export interface KeptFile {
  readonly id: number;
  readonly name: string;
}

/** The last sending of a message: the same words sent again carry the same key. */
export interface Attempt {
  readonly told: string;
  readonly requestKey: string;
}

/** What is kept of a message being written. */
export interface Kept<Draft> {
  readonly draft: Draft;
  readonly attempt: Attempt;
}

const PREFIX = 'preau.message.';
export const NO_ATTEMPT: Attempt = { told: '', requestKey: '' };

/**
 * Keeps a message in this tab until it is sent: a reload, a cut line or an ended session loses
 * nothing. The key names who writes, so that nobody finds another person's words.
 */
export function keepWords<Draft>(key: string, kept: Kept<Draft>): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(kept));
}

export const forgetWords = (key: string): void => sessionStorage.removeItem(PREFIX + key);

/** What was kept; null when nothing was, or it is not of the shape that `isDraft` knows. */
export function keptWords<Draft>(key: string, isDraft: (draft: unknown) => draft is Draft): Kept<Draft> | null {
  const text = sessionStorage.getItem(PREFIX + key);
  if (text === null) return null;
  const { draft, attempt } = JSON.parse(text) as Partial<Kept<unknown>>;
  return isDraft(draft) ? { draft, attempt: attempt ?? NO_ATTEMPT } : null;
}

/** Signing out leaves nothing in the tab for who comes next. */
export function forgetAllWords(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

export const areFiles = (value: unknown): value is readonly KeptFile[] =>
  Array.isArray(value) && value.every((one: Partial<KeptFile>) => typeof one.id === 'number' && typeof one.name === 'string');
