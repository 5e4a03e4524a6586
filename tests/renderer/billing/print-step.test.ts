import ui from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import PrintStep from '../../../src-renderer/components/billing/PrintStep.vue';
import { plainSpaces } from '../../support/plain-spaces';
import { buildRun } from './build-run';

const { progress, retry, stop } = vi.hoisted(() => ({ progress: vi.fn<() => Promise<unknown>>(), retry: vi.fn<() => Promise<unknown>>(), stop: vi.fn<() => Promise<unknown>>() }));
vi.mock('../../../src-renderer/api/client', () => ({ isDesktop: false, api: { papers: { progress: { query: progress }, retry: { mutate: retry }, stop: { mutate: stop } } } }));

const printed = (part: Record<string, unknown> = {}) => ({ printed: 12, total: 118, isAtWork: true, isStopped: false, secondsLeft: 50, fault: null, failed: [], ...part });

async function openStep(props: Record<string, unknown> = {}) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<p />' } }] });
  const step = mount(PrintStep, { props: { run: buildRun({ state: 'issued' }), mayWrite: true, ...props }, global: { plugins: [createPinia(), PiniaColada, router, ui] } });
  await flushPromises();
  return { step, text: () => plainSpaces(step.text()), press: async (name: string) => step.findAll('button').find((button) => button.text() === name)!.trigger('click') };
}

beforeEach(() => {
  for (const call of [progress, retry, stop]) call.mockReset();
  progress.mockResolvedValue(printed());
  retry.mockResolvedValue(printed());
  stop.mockResolvedValue(printed());
});

describe('the print of a month end', () => {
  it('tells how far it is and how long it takes, and can be stopped', async () => {
    const { step, text, press } = await openStep();
    expect(text()).toContain('12 sur 118 factures, encore environ 50 secondes');
    expect(step.find('[role=progressbar]').attributes('aria-valuenow')).toBe('10');
    progress.mockResolvedValue(printed({ isAtWork: false, isStopped: true }));
    await press('Arrêter l’impression');
    await vi.waitFor(() => expect(text()).toContain('L’impression est arrêtée'));
    expect(stop).toHaveBeenCalledOnce();
    await press('Reprendre l’impression');
    expect(retry).toHaveBeenCalledOnce();
  });

  it('says what stands in its way, that the rest goes on, and tries again', async () => {
    progress.mockResolvedValue(printed({ isAtWork: false, fault: 'Aucun navigateur n’a été trouvé : installez Chromium.', failed: ['F-2026-000013'] }));
    const { text, press } = await openStep();
    expect(text()).toContain('L’impression attendAucun navigateur n’a été trouvé : installez Chromium.Les factures sont émises');
    expect(text()).toContain('1 PDF n’a pas pu être faitF-2026-000013');
    progress.mockResolvedValue(printed({ printed: 118, isAtWork: false }));
    await press('Réessayer maintenant');
    await vi.waitFor(() => expect(text()).toContain('118 PDF prêts'));
  });

  it('once all others are kept, offers to try again those that could not be printed', async () => {
    progress.mockResolvedValue(printed({ printed: 117, isAtWork: false, failed: ['F-2026-000013'] }));
    const { step, text, press } = await openStep();
    expect(text()).toContain('1 PDF n’a pas pu être faitF-2026-000013. Les autres sont gardés.');
    expect(step.text()).not.toContain('Arrêter l’impression');
    await press('Réessayer ceux-là');
    expect(retry).toHaveBeenCalledOnce();
  });

  it('lets those who may not write look on only', async () => {
    const { step } = await openStep({ mayWrite: false });
    expect(step.findAll('button')).toEqual([]);
  });

  it('says when there is nothing to print', async () => {
    progress.mockResolvedValue(printed({ printed: 0, total: 0, isAtWork: false }));
    expect((await openStep()).text()).toContain('Aucune facture à imprimer');
  });

  it('offers to try again what could not be read', async () => {
    progress.mockRejectedValue(new Error('cut'));
    expect((await openStep()).text()).toContain('Réessayer');
  });
});
