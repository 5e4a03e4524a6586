import { escapeHtml, linkOf } from '../../../../src-main/kernel/rich-text';

/** What stays of what a browser makes while one types; everything else leaves its words only. */
const KEPT: Readonly<Record<string, string>> = { P: 'p', DIV: 'p', B: 'strong', STRONG: 'strong', I: 'em', EM: 'em', UL: 'ul', OL: 'ol', LI: 'li' };
const TEXT = 3;
const ELEMENT = 1;

/**
 * The text of an editor as it is sent: paragraphs, bold, lists, links. The server judges it again;
 * this only keeps styles and leftovers of other programs out of what is stored in the tab.
 */
export const tidyHtml = (root: Node): string => [...root.childNodes].map(tidyNode).join('');

function tidyNode(node: Node): string {
  if (node.nodeType === TEXT) return escapeHtml(node.textContent ?? '');
  if (node.nodeType !== ELEMENT) return '';
  const element = node as Element;
  if (element.tagName === 'BR') return '<br>';
  const inner = tidyHtml(element);
  if (element.tagName === 'A') {
    const href = linkOf(element.getAttribute('href') ?? '');
    return href === null ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
  }
  const tag = KEPT[element.tagName];
  return tag ? `<${tag}>${inner}</${tag}>` : inner;
}
