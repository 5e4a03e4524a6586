import ui from '@nuxt/ui/vue-plugin';
import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import SendStep from '../../../src-renderer/components/billing/SendStep.vue';
import { plainSpaces } from '../../support/plain-spaces';
import { buildRun } from './build-run';

vi.mock('../../../src-renderer/api/client', () => ({ isDesktop: false, api: {} }));

const papers = { invoices: 107, printed: 107, toMail: 100, mailed: 0, mailFailed: 0, hasMailServer: true, toPost: 7, postBundleReady: false };

function textOf(part: Partial<typeof papers>): string {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<p />' } }] });
  const step = mount(SendStep, { props: { run: buildRun({ state: 'issued', papers: { ...papers, ...part } }) }, global: { plugins: [createPinia(), router, ui] } });
  return plainSpaces(step.text());
}

describe('the sending of a month end', () => {
  it('tells how many mails wait', () => expect(textOf({})).toContain('100 mails attendent de partir.'));

  it('says why none leaves when no mail server is set, and that they will', () => {
    const text = textOf({ hasMailServer: false });
    expect(text).toContain('Le serveur de messagerie n’est pas réglé');
    expect(text).toContain('100 mails attendent dans la boîte d’envoi. Une fois le serveur réglé, ils partent d’eux-mêmes.');
    expect(text).not.toContain('attendent de partir');
    expect(textOf({ hasMailServer: false, mailed: 99 })).toContain('1 mail attend dans la boîte d’envoi. Une fois le serveur réglé, il part de lui-même.');
  });

  it('is over once everything left', () => expect(textOf({ mailed: 100, hasMailServer: false })).toContain('La fin de mois est terminée'));
});
