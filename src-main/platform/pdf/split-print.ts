import { pageText, quickText } from './quick-text';
import type { KnownFonts } from './quick-text';
import { RawPdf, UnreadablePdf } from './raw-pdf';
import { takePage } from './split-pdf';

/** A paper expected in a print of many. */
export interface ExpectedPart {
  readonly title: string;
  /** Its number: "F-2026-000123". */
  readonly label: string;
  /** Numbers that it may name besides its own: the invoice that a credit note takes back. */
  readonly mayName: readonly string[];
}

/** A file split off; null: to be printed alone. */
export type SplitPart = { readonly bytes: Uint8Array } | { readonly reason: string };

/** What numbers of papers look like, in any series. */
const LABELS = /(?<![A-Z0-9-])[A-Z0-9]{1,6}-\d{4}-\d{6,9}(?!\d)/g;

/**
 * Cuts a print of many one-page papers into a file each, and reads each file's text again: one is
 * given out only when it carries its own number and no other paper's. Whatever differs from that (a
 * paper of two pages, a print laid out otherwise) comes back with a reason instead. Yields between
 * files: the host goes on answering.
 */
export async function splitPrint(bytes: Uint8Array, parts: readonly ExpectedPart[], madeAt: string): Promise<SplitPart[]> {
  const known: KnownFonts = new Map();
  let pdf: RawPdf;
  let pages: readonly (number | null)[];
  try {
    pdf = new RawPdf(bytes);
    pages = pagesOf(pdf, parts, known);
  } catch (failure) {
    return parts.map(() => ({ reason: reasonOf(failure) }));
  }
  const split: SplitPart[] = [];
  for (const [index, part] of parts.entries()) {
    split.push(splitOne(pdf, pages[index] ?? null, part, madeAt, known));
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
  return split;
}

function splitOne(pdf: RawPdf, page: number | null, part: ExpectedPart, madeAt: string, known: KnownFonts): SplitPart {
  if (page === null) return { reason: 'not one page' };
  try {
    const bytes = takePage(pdf, page, { title: part.title, madeAt });
    const fault = faultOf(quickText(bytes, known), part);
    return fault === null ? { bytes } : { reason: fault };
  } catch (failure) {
    return { reason: reasonOf(failure) };
  }
}

/** The page of each part; null where a part has not exactly one. */
function pagesOf(pdf: RawPdf, parts: readonly ExpectedPart[], known: KnownFonts): (number | null)[] {
  const pages = pdf.pages();
  if (pages.length === parts.length) return parts.map((_, index) => index);
  const texts = pages.map((page) => labelsIn(pageText(pdf, page, known)));
  return parts.map(({ label, mayName }) => {
    const own = texts.flatMap((labels, index) => (labels.has(label) && [...labels].every((found) => found === label || mayName.includes(found)) ? [index] : []));
    return own.length === 1 ? own[0]! : null;
  });
}

/** Why a paper's text is not what it must be, or null: every page bears its number, none another's. */
export function faultOf(pages: readonly string[], { label, mayName }: ExpectedPart): string | null {
  for (const text of pages) {
    const labels = labelsIn(text);
    if (!labels.delete(label)) return `a page without its number ${label}`;
    mayName.forEach((other) => labels.delete(other));
    if (labels.size > 0) return `${label} names ${[...labels].join(', ')}`;
  }
  return pages.length > 0 ? null : 'no page';
}

/** Numbers of papers that a text names. */
export const labelsIn = (text: string): Set<string> => new Set(text.match(LABELS) ?? []);

function reasonOf(failure: unknown): string {
  if (failure instanceof UnreadablePdf) return failure.message;
  throw failure;
}
