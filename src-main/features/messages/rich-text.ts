import sanitizeHtml from 'sanitize-html';
import { AppError } from '../../kernel/errors';

const RULES: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a'],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    b: 'strong',
    i: 'em',
    div: 'p',
    a: (_, { href = '' }) => ({ tagName: 'a', attribs: { href, rel: 'noopener noreferrer', target: '_blank' } }),
  },
};

/**
 * A text as a page sent it, reduced to paragraphs, bold, italics, lists and links: nothing in it
 * can run or reach elsewhere. Throws AppError `whenEmpty` at the field when nothing is said.
 */
export function cleanText(html: string, whenEmpty = 'messages.empty'): string {
  const clean = sanitizeHtml(html, RULES).trim();
  const words = sanitizeHtml(clean, { allowedTags: [], allowedAttributes: {} }).replace(/[\s\u00a0]|&nbsp;/g, '');
  if (words === '') throw new AppError(whenEmpty, {}, 'invalid', 'html');
  return clean;
}
