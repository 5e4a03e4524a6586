import { escapeHtml, linkOf, wordsOf } from '../../../../src-main/kernel/rich-text';

/** What stays of what a browser makes while one types; everything else leaves its words only. */
const INLINE: Readonly<Record<string, string>> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em' };
const PARAGRAPHS = new Set(['P', 'DIV']);
const LISTS = new Set(['UL', 'OL']);
const TEXT = 3;
const ELEMENT = 1;

const elementOf = (node: Node): Element | null => (node.nodeType === ELEMENT ? (node as Element) : null);
const isBlock = (node: Node): boolean => {
  const tag = elementOf(node)?.tagName ?? '';
  return PARAGRAPHS.has(tag) || LISTS.has(tag);
};

/**
 * The text of an editor as it is sent: paragraphs, bold, lists, links, none inside another paragraph.
 * The server judges it again; this only keeps styles and leftovers of other programs out of what is
 * stored in the tab.
 */
export function tidyHtml(root: Node): string {
  let html = '';
  let line = '';
  const endLine = (): void => {
    if (wordsOf(line) !== '') html += `<p>${line.replace(/(<br>)+$/, '')}</p>`;
    line = '';
  };
  for (const node of root.childNodes) {
    if (!isBlock(node)) line += tidyInline(node);
    else {
      endLine();
      html += LISTS.has((node as Element).tagName) ? tidyList(node as Element) : tidyHtml(node);
    }
  }
  endLine();
  return html;
}

function tidyList(list: Element): string {
  const items = [...list.children].filter(({ tagName }) => tagName === 'LI').map((item) => tidyAll(item)).filter((item) => wordsOf(item) !== '');
  const tag = list.tagName.toLowerCase();
  return items.length === 0 ? '' : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

const tidyAll = (root: Node): string => [...root.childNodes].map(tidyInline).join('');

function tidyInline(node: Node): string {
  if (node.nodeType === TEXT) return escapeHtml(node.textContent ?? '');
  const element = elementOf(node);
  if (!element) return '';
  if (element.tagName === 'BR') return '<br>';
  if (LISTS.has(element.tagName)) return tidyList(element);
  const inner = tidyAll(element);
  if (element.tagName === 'A') {
    const href = linkOf(element.getAttribute('href') ?? '');
    return href === null ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
  }
  const tag = INLINE[element.tagName];
  return tag && inner !== '' ? `<${tag}>${inner}</${tag}>` : inner;
}
