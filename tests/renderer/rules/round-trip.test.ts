import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountForms, TEXTS } from './support';

afterEach(() => { document.body.innerHTML = ''; });

describe('a text opened in the editor', () => {
  it.each(TEXTS)('%s is saved back as it was', (_, text) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { page, body } = mountForms(text, undefined, {}, true);
    expect(body()).toEqual(text);
    expect(warned.mock.calls.map(([first]) => String(first)).slice(0, 3)).toEqual([]);
    page.unmount();
    warned.mockRestore();
  });
});
