import { afterEach, describe, expect, it } from 'vitest';
import type { Version } from '../../../src-main/features/rulebook/schema';
import { mountForms, TEXTS } from './support';

afterEach(() => { document.body.innerHTML = ''; });

/** Paths where two texts differ. */
function differing(left: unknown, right: unknown, at = ''): string[] {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right ? [] : [at];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .flatMap((key) => differing((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key], at === '' ? key : `${at}.${key}`));
}

const RICH = TEXTS.filter(([name]) => /^(2-commune|BIG|SHP)/.test(name));

describe('one control of the forms', () => {
  it.each(RICH)('%s: what is typed or chosen changes its own place alone', async (_, text) => {
    const { page, body } = mountForms(text, ['absences', 'charges', 'bundles', 'admission', 'counters', 'billing', 'families', 'measures'], {}, true);
    let touched = 0;
    for (const control of [...page.findAll<HTMLInputElement>('input[type="checkbox"]'), ...page.findAll<HTMLTextAreaElement>('textarea')]) {
      const place = control.element.closest('[data-at]')?.getAttribute('data-at') ?? '';
      const before = body();
      const { element } = control;
      await (element instanceof HTMLInputElement ? control.setValue(!element.checked) : control.setValue('autre texte'));
      const paths = differing(before, body());
      expect(paths.length, place).toBeGreaterThan(0);
      for (const path of paths) expect(path === place || path.startsWith(`${place}.`), `${path} dans ${place}`).toBe(true);
      touched += 1;
      if (touched > 60) break;
    }
    expect(touched).toBeGreaterThan(5);
  });
});

const SMALL = {
  from: '2026-09-01', zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors', label: 'Hors commune' }], measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared', effective: 'nextMonth', missing: 'highest' }],
  services: [{ id: 'cantine', label: 'Cantine', kind: 'meal', unit: 'repas', weekdays: ['mon'] }], deadlines: [{ id: 'veille', label: 'La veille', kind: 'before', days: 1, at: '10:00' }],
  booking: [{ services: ['cantine'] }], prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price: 320 }],
} as unknown as Version;

const button = (page: ReturnType<typeof mountForms>['page'], name: RegExp) => page.findAll('button').find((one) => name.test(one.attributes('aria-label') ?? one.text()))!;

describe('the rows of a section', () => {
  it('are added by name with a code of their own, copied, moved, and brought back once removed', async () => {
    const { page, version } = mountForms(SMALL, ['absences']);
    const addField = () => [...page.findAll<HTMLInputElement>('#absences input')].at(-1)!;
    await addField().setValue('Grève');
    await button(page, /Ajouter le cas/).trigger('click');
    await addField().setValue('Grève');
    await button(page, /Ajouter le cas/).trigger('click');
    expect(version.absences).toEqual([{ id: 'greve', label: 'Grève', charge: 'none' }, { id: 'greve-2', label: 'Grève', charge: 'none' }]);
    await button(page, /^Dupliquer Grève/).trigger('click');
    expect(version.absences?.map((row) => row.id)).toEqual(['greve', 'greve-copie', 'greve-2']);
    await button(page, /^Lire après : Grève$/).trigger('click');
    expect(version.absences?.map((row) => row.id)).toEqual(['greve-copie', 'greve', 'greve-2']);
    await button(page, /^Retirer Grève \(copie\)/).trigger('click');
    expect(version.absences?.map((row) => row.id)).toEqual(['greve', 'greve-2']);
    await button(page, /^Remettre/).trigger('click');
    expect(version.absences?.map((row) => row.id)).toEqual(['greve-copie', 'greve', 'greve-2']);
  });

  it('leave the text as it was when the first one is added and removed', async () => {
    const { page, body } = mountForms(SMALL, ['calendar']);
    await button(page, /Ajouter une fermeture/).trigger('click');
    expect(body().calendar?.closures).toHaveLength(1);
    await button(page, /^Retirer Fermeture/).trigger('click');
    expect(body()).toEqual(SMALL);
  });

  it('stay while another row names them, and say where', async () => {
    const { page, version } = mountForms({ ...SMALL, booking: [{ services: ['cantine'], book: { limit: 'veille', after: 'refuse' } }] }, ['deadlines']);
    await button(page, /^Retirer La veille/).trigger('click');
    expect(version.deadlines).toHaveLength(1);
    expect(page.get('[role="alert"]').text()).toBe('« La veille » sert encore dans « Réserver et annuler ». Retirez-le d’abord de là.');
  });
});

describe('a condition and a formula', () => {
  it('grow by facets, and go when the last one goes', async () => {
    const { page, version } = mountForms(SMALL, ['prices']);
    const facets = page.get<HTMLSelectElement>('select[aria-label^="Ajouter une condition"]');
    const place = [...facets.element.options].findIndex((option) => option.text === 'Rang dans la fratrie');
    await facets.setValue(String(place));
    expect(version.prices[0]?.when).toEqual({ rank: { min: 2 } });
    await page.get<HTMLInputElement>('input[aria-label="Rang dans la fratrie, au moins"]').setValue('trois');
    expect(version.prices[0]?.when).toEqual({ rank: { min: 'trois' } });
    await button(page, /^Retirer la condition : Rang/).trigger('click');
    expect(version.prices[0]).toEqual(SMALL.prices[0]);
  });

  it('change kind around the same price, and back', async () => {
    const { page, version } = mountForms(SMALL, ['prices']);
    const kinds = () => page.findAll<HTMLSelectElement>('#prices select').find((select) => [...select.element.options].some((option) => option.text === 'Un montant'))!;
    const choose = (label: string) => kinds().setValue(String([...kinds().element.options].findIndex((option) => option.text === label)));
    await choose('Par tranche de temps ou de nombre');
    expect(version.prices[0]?.price).toEqual({ kind: 'slices', size: 30, started: true, price: 320 });
    await choose('Un montant');
    expect(version.prices[0]?.price).toBe(320);
    await choose('Un tableau, par quotient ou par lieu');
    expect(version.prices[0]?.price).toEqual({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: null, price: 320 }, { price: 320 }] });
  });

  it('keep what cannot be read on the screen', async () => {
    const { page, version } = mountForms({ ...SMALL, counters: [{ id: 'retards', label: 'Retards', counts: 'lateCollection', per: 'family', every: 'month' }] }, ['counters']);
    const grace = page.findAll<HTMLInputElement>('#counters input').find((input) => input.attributes('aria-label')?.startsWith('Minutes pardonnées'))!;
    await grace.setValue('cinq');
    expect(version.counters?.[0]?.graceMinutes).toBe('cinq');
    expect(grace.element.value).toBe('cinq');
    await grace.setValue('');
    expect(version.counters?.[0]).not.toHaveProperty('graceMinutes');
  });
});
