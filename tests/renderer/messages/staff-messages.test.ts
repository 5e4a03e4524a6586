import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src-main/kernel/local-date';
import type { Instant } from '../../../src-main/kernel/local-date';
import { EMPTY, SHOWS, standing } from '../../../src-renderer/components/messages/message-words';
import { forgetAllWords } from '../../../src-renderer/components/messages/kept-words';
import { useWords } from '../../../src-renderer/components/messages/use-words';
import { mayChange, period, STATES } from '../../../src-renderer/pages/news/news-words';

describe('words of the inbox', () => {
  it('say where a conversation stands, and what each empty list is for', () => {
    expect(standing({ closedAt: '2026-11-05T09:01:00Z' as Instant, lastBy: 'parent' })).toBe('close');
    expect(standing({ closedAt: null, lastBy: 'parent' })).toBe('à répondre');
    expect(standing({ closedAt: null, lastBy: 'staff' })).toBe('répondue');
    expect(SHOWS.map(({ show }) => EMPTY[show].title).every((title) => title.length > 0)).toBe(true);
  });
});

describe('an answer being written', () => {
  it('waits while another conversation is looked at, and is sent once', () => {
    const first = useWords('12');
    first.words.html = '<p>Bonjour</p>';
    expect(useWords('13').words.html).toBe('');
    const again = useWords('12');
    expect(again.words.html).toBe('<p>Bonjour</p>');
    const { requestKey } = again.ready();
    expect(again.ready().requestKey).toBe(requestKey);
    again.words.files = [{ id: 3, name: 'avoir.pdf' }];
    expect(again.ready()).toMatchObject({ uploadIds: [3] });
    expect(again.ready().requestKey).not.toBe(requestKey);
    again.forget();
    expect(useWords('12').words).toEqual({ html: '', files: [] });
  });

  it('stays through a reload, with the key of a sending whose answer never came; signing out leaves nothing', () => {
    const before = useWords('4.12');
    before.words.html = '<p>Bonjour</p>';
    before.words.files = [{ id: 3, name: 'avoir.pdf' }];
    const { requestKey } = before.ready();
    // Nothing of the page is left but what the tab keeps.
    const after = useWords('4.12');
    expect(after.words).toEqual({ html: '<p>Bonjour</p>', files: [{ id: 3, name: 'avoir.pdf' }] });
    expect(after.ready().requestKey).toBe(requestKey);
    expect(useWords('5.12').words.html).toBe('');
    forgetAllWords();
    expect(useWords('4.12').words.html).toBe('');
    sessionStorage.setItem('preau.message.4.13', '{"draft":{"html":12}}');
    expect(useWords('4.13').words.html).toBe('');
  });
});

describe('words of the news', () => {
  it('say from when until when, and each state by an icon of its own', () => {
    const fromOn = localDate('2026-11-05');
    expect(period({ fromOn, untilOn: null, state: 'shown' })).toBe('depuis le 05/11/2026');
    expect(period({ fromOn, untilOn: null, state: 'coming' })).toBe('à partir du 05/11/2026');
    expect(period({ fromOn, untilOn: localDate('2026-11-12'), state: 'over' })).toBe('du 05/11/2026 au 12/11/2026');
    const looks = Object.values(STATES);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
    expect([mayChange({ state: 'over' }), mayChange({ state: 'withdrawn' })]).toEqual([true, false]);
  });
});
