import { describe, expect, it } from 'vitest';
import { htmlOfPlain, linkOf, wordsOf } from '../../../src-main/kernel/rich-text';

describe('a text with some dress', () => {
  it('has links as people type them, and none that runs', () => {
    expect(linkOf(' www.saint-aubin.example ')).toBe('https://www.saint-aubin.example');
    expect(linkOf('saint-aubin.example/menus')).toBe('https://saint-aubin.example/menus');
    expect(linkOf('mairie@saint-aubin.example')).toBe('mailto:mairie@saint-aubin.example');
    expect(linkOf('http://saint-aubin.example')).toBe('http://saint-aubin.example');
    for (const typed of ['', 'nimporte', 'javascript:alert(1)', 'data:text/html,x', 'bonjour à tous', 'ftp://x.fr']) expect([typed, linkOf(typed)]).toEqual([typed, null]);
  });

  it('gives its words alone', () => {
    expect(wordsOf('<p>Bonjour</p><ul><li>un &amp; deux</li></ul>')).toBe('Bonjour un & deux');
    expect(wordsOf('<p>&nbsp;</p><br>')).toBe('');
  });

  it('is made of plain words, a blank line between paragraphs', () => {
    expect(htmlOfPlain('Bonjour,\n\nUn < deux\nsuite')).toBe('<p>Bonjour,</p><p>Un &lt; deux<br>suite</p>');
  });
});
