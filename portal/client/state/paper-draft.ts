const KEY = 'preau.document';

/** A file that is at the host already, waiting to be sent with its paper. */
export interface KeptPage {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
}

/** What is typed on the page « Ajouter un document » and not sent yet. */
export interface PaperDraft {
  readonly kindId: number | null;
  readonly name: string;
  readonly description: string;
  readonly person: string;
  readonly requestKey: string;
  readonly pages: readonly KeptPage[];
}

/** What was being typed in this tab before it was reloaded, or null. */
export function keptDraft(): PaperDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as PaperDraft | null;
  } catch {
    return null; // a browser that keeps nothing, or something else under our key
  }
}

/** Keeps what is typed through a reload; null forgets it, as signing out does. */
export function keepDraft(draft: PaperDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: what is typed lasts as long as the page.
  }
}
