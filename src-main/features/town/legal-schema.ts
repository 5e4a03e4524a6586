/** The three pages that anyone may read, signed in or not. */
export const LEGAL_PAGES = ['legal', 'privacy', 'accessibility'] as const;
export type LegalPage = (typeof LEGAL_PAGES)[number];

/** A part of such a page; the first may have no title. */
export interface LegalSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface LegalText {
  readonly sections: readonly LegalSection[];
}
