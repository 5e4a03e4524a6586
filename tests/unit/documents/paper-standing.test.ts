import { describe, expect, it } from 'vitest';
import { standingOf, wordsOfPaper } from '../../../src-main/features/documents/paper-standing';
import type { JudgedPaper } from '../../../src-main/features/documents/paper-standing';
import type { Instant, LocalDate } from '../../../src-main/kernel/local-date';
import { plainSpaces } from '../../support/plain-spaces';

const TODAY = '2026-11-05' as LocalDate;
let sent = 0;
const paper = (state: JudgedPaper['state'], values: { until?: string; reason?: string } = {}): JudgedPaper => {
  sent += 1;
  return { state, sentAt: `2026-10-01T10:${String(sent).padStart(2, '0')}:00.000Z` as Instant, validUntil: (values.until ?? null) as LocalDate | null, reason: values.reason ?? '' };
};
const words = (papers: JudgedPaper[], required = true) => plainSpaces(standingOf(papers, required, TODAY));

describe('where a paper stands', () => {
  it('is to be sent when required, and left out when not', () => {
    expect(words([])).toEqual({ state: 'missing', words: 'à fournir', covered: false, validUntil: null });
    expect(words([], false)).toMatchObject({ state: 'optional', words: 'facultatif' });
  });

  it('counts until its last day, that day included', () => {
    expect(words([paper('accepted', { until: '2026-12-06' })])).toMatchObject({ state: 'accepted', words: 'accepté jusqu’au 6 décembre 2026', covered: true });
    expect(words([paper('accepted', { until: '2026-12-05' })])).toMatchObject({ state: 'expiring', words: 'expire dans 30 jours, le 5 décembre 2026', covered: true });
    expect(words([paper('accepted', { until: '2026-11-06' })])).toMatchObject({ state: 'expiring', words: 'expire demain' });
    expect(words([paper('accepted', { until: '2026-11-05' })])).toMatchObject({ state: 'expiring', words: 'expire aujourd’hui', covered: true });
    expect(words([paper('accepted', { until: '2026-11-04' })])).toMatchObject({ state: 'expired', words: 'expiré depuis le 4 novembre 2026', covered: false });
    expect(words([paper('accepted')])).toMatchObject({ state: 'accepted', words: 'accepté', covered: true });
  });

  it('is what was last sent, while the one before goes on counting', () => {
    const old = paper('accepted', { until: '2026-11-20' });
    expect(words([old, paper('waiting')])).toMatchObject({ state: 'waiting', words: 'en attente de la mairie ; le précédent vaut jusqu’au 20 novembre 2026', covered: true });
    expect(words([old, paper('refused', { reason: 'illisible' })])).toMatchObject({ state: 'refused', words: 'refusé : illisible ; le précédent vaut jusqu’au 20 novembre 2026', covered: true });
    expect(words([paper('refused', { reason: 'illisible' })])).toMatchObject({ state: 'refused', covered: false });
    expect(words([paper('accepted'), paper('refused', { reason: 'illisible' })])).toMatchObject({ state: 'accepted', words: 'accepté' });
    expect(words([paper('refused', { reason: 'x' }), paper('waiting')])).toMatchObject({ state: 'waiting', words: 'en attente de la mairie' });
    expect(words([paper('accepted', { until: '2027-08-31' }), paper('replaced')])).toMatchObject({ state: 'accepted' });
  });

  it('takes the longest of those accepted', () => {
    expect(words([paper('accepted', { until: '2027-08-31' }), paper('accepted', { until: '2026-08-31' })])).toMatchObject({ state: 'accepted', validUntil: '2027-08-31' });
  });
});

it('each sent paper says what became of it', () => {
  expect(wordsOfPaper(paper('waiting'), TODAY)).toBe('en attente de la mairie');
  expect(wordsOfPaper(paper('refused', { reason: 'page 2 absente' }), TODAY)).toBe('refusé : page 2 absente');
  expect(wordsOfPaper(paper('replaced'), TODAY)).toBe('remplacé par un autre envoi');
  expect(wordsOfPaper(paper('accepted', { until: '2026-08-31' }), TODAY)).toBe('expiré depuis le 31 août 2026');
  expect(wordsOfPaper(paper('accepted', { until: '2027-08-31' }), TODAY)).toBe('accepté jusqu’au 31 août 2027');
  expect(wordsOfPaper(paper('accepted'), TODAY)).toBe('accepté');
});
