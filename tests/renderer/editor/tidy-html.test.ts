import { describe, expect, it } from 'vitest';
import { tidyHtml } from '../../../portal/client/components/editor/tidy-html';

const tidy = (html: string): string => {
  const area = document.createElement('div');
  area.innerHTML = html;
  return tidyHtml(area);
};

describe('what an editor sends', () => {
  it('is made of paragraphs, bold, lists and links, whatever the browser made of it', () => {
    expect(tidy('Bonjour <b>Paul</b><div>à <span style="color:red">demain</span></div><div><br></div>')).toBe('<p>Bonjour <strong>Paul</strong></p><p>à demain</p>');
    expect(tidy('<p>Avant<ul><li>un</li><li></li><li>deux</li></ul></p>')).toBe('<p>Avant</p><ul><li>un</li><li>deux</li></ul>');
    expect(tidy('<div><ul><li>un<ul><li>sous</li></ul></li></ul></div>')).toBe('<ul><li>un<ul><li>sous</li></ul></li></ul>');
    expect(tidy('ligne<br>suite<br>')).toBe('<p>ligne<br>suite</p>');
  });

  it('holds no address that could run something, and no markup typed as words', () => {
    expect(tidy('<a href="javascript:alert(1)">ici</a> <a href="https://exemple.fr/?a=1&amp;b=2">là</a>')).toBe('<p>ici <a href="https://exemple.fr/?a=1&amp;b=2">là</a></p>');
    expect(tidy('&lt;script&gt;')).toBe('<p>&lt;script&gt;</p>');
  });

  it('is empty when nothing is said', () => {
    for (const html of ['', '<br>', '<p><br></p>', '<ul><li></li></ul>', '&nbsp; <b></b>']) expect(tidy(html)).toBe('');
  });
});
