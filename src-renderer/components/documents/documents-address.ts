import type { LocationQuery } from 'vue-router';

export type DocumentsView = 'waiting' | 'lacking' | 'published' | 'kinds';

/** Where one stands in the room of documents: it can be left, found again and linked to. */
export interface DocumentsAddress {
  readonly view: DocumentsView;
  /** The paper that is looked at. */
  readonly paperId: number | null;
  /** The published document in the side panel. */
  readonly documentId: number | null;
}

const VIEWS: Readonly<Record<string, DocumentsView>> = { manquantes: 'lacking', publies: 'published', demandees: 'kinds' };
const number = (value: unknown): number | null => (typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null);

/** Reads `?vue=publies&document=3`; what makes no sense is left out. */
export const documentsAddressOf = ({ vue, piece, document }: LocationQuery): DocumentsAddress => ({
  view: (typeof vue === 'string' && VIEWS[vue]) || 'waiting', paperId: number(piece), documentId: number(document),
});

/** The address without what is not chosen. */
export function writeDocumentsAddress({ view, paperId, documentId }: DocumentsAddress): Record<string, string> {
  const name = Object.keys(VIEWS).find((key) => VIEWS[key] === view);
  return { ...(name && { vue: name }), ...(paperId !== null && { piece: String(paperId) }), ...(documentId !== null && { document: String(documentId) }) };
}
