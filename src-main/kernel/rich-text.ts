/** Commands of the small text editors of the pages, as browsers name them. */
export type TextCommand = 'bold' | 'insertUnorderedList' | 'createLink';

export interface TextTool {
  readonly command: TextCommand;
  readonly label: string;
  /** As shown beside it; empty when it has no key. */
  readonly keys: string;
}

/** What a message or a piece of news may be dressed with. Titles and colours are left to the town's own pages. */
export const TEXT_TOOLS: readonly TextTool[] = [
  { command: 'bold', label: 'Gras', keys: 'Ctrl+B' },
  { command: 'insertUnorderedList', label: 'Liste', keys: '' },
  { command: 'createLink', label: 'Lien', keys: '' },
];

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * The address of a link as typed: "www.saint-aubin.example" and an e-mail address are completed.
 * Null for what is no address, or could run something.
 */
export function linkOf(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^(https?:\/\/[^\s.]+\.[^\s]+|mailto:[^\s@]+@[^\s]+)$/i.test(text)) return text;
  return /^[^\s/:@]+\.[a-z]{2,}([/?#]\S*)?$/i.test(text) ? `https://${text}` : null;
}

/** A text's words alone, on one line: for excerpts, and to know whether anything is said. */
export function wordsOf(html: string): string {
  const text = html.replace(/<(br|\/p|\/li|\/ul|\/ol|\/div)[^>]*>/gi, ' ').replace(/<[^>]*>/g, '');
  return text.replace(/&nbsp;/g, '\u00a0').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
}

/** Plain text as paragraphs: a blank line parts them, a line end stays one. */
export const htmlOfPlain = (text: string): string =>
  text.trim().split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => `<p>${escapeHtml(part.trim()).replace(/\n/g, '<br>')}</p>`).join('');
