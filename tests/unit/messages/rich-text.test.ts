import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src-main/features/messages/rich-text';

describe('a formatted text', () => {
  it.each([
    ['<p>Bonjour <b>Paul</b></p>', '<p>Bonjour <strong>Paul</strong></p>'],
    ['<div>un</div><ul><li>deux</li></ul>', '<p>un</p><ul><li>deux</li></ul>'],
    ['<a href="https://exemple.fr" onclick="x()">lien</a>', '<a href="https://exemple.fr" rel="noopener noreferrer" target="_blank">lien</a>'],
    ['<p>salut<script>alert(1)</script></p>', '<p>salut</p>'],
    ['<p style="position:fixed" class="x">salut</p>', '<p>salut</p>'],
    ['2 < 3 & 4', '2 &lt; 3 &amp; 4'],
  ])('%s', (typed, kept) => expect(cleanText(typed)).toBe(kept));

  it.each(['javascript:alert(1)', 'data:text/html,x', '//ailleurs.example', 'vbscript:x'])('keeps no link to %s', (href) => {
    expect(cleanText(`<p><a href="${href}">lien</a></p>`)).not.toContain(href);
  });

  it.each(['', '<p></p>', '<p>&nbsp; <br></p>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>'])('%s says nothing', (typed) => {
    expect(() => cleanText(typed)).toThrow('messages.empty');
  });
});
