import { cents, formatEuros } from '../../kernel/money';

/** Text as it may stand in HTML, in an element or in an attribute. Line breaks stay: styles show them where wanted. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** Text as it may stand between quotes in a style sheet that is itself part of a page. */
export function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,·–-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

/** "6,40 €", "−6,40 €" with the sign of mathematics. Input in cents. */
export const amount = (value: number): string => formatEuros(cents(value)).replace('-', '−');

/** Paragraph of a text that staff typed, with its lines; nothing when it is empty. */
export const typed = (text: string, className: string): string => (text.trim() ? `<p class="${className} typed">${escaped(text.trim())}</p>` : '');
