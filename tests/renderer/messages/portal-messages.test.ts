import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { ParentAccount } from '../../../src-main/features/accounts/schema';
import type { Instant } from '../../../src-main/kernel/local-date';
import { billingDepartment, howAnswered, standing, when } from '../../../portal/client/pages/messages/message-words';
import { notPdfs, onlyPdfs } from '../../../portal/client/pages/messages/only-pdfs';
import { forgetDrafts, useDraft } from '../../../portal/client/state/message-drafts';
import { session } from '../../../portal/client/state/session';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('words of the parents’ messages', () => {
  it('say where a conversation stands: what is unread first', () => {
    const at = '2026-11-05T09:01:00Z' as Instant;
    expect(plain(standing({ unread: 1, closedAt: at, lastBy: 'staff' }))).toBe('1 nouveau message');
    expect(plain(standing({ unread: 2, closedAt: null, lastBy: 'staff' }))).toBe('2 nouveaux messages');
    expect(standing({ unread: 0, closedAt: at, lastBy: 'parent' })).toBe('Terminée');
    expect(standing({ unread: 0, closedAt: null, lastBy: 'parent' })).toBe('En attente de réponse');
    expect(standing({ unread: 0, closedAt: null, lastBy: 'staff' })).toBe('Réponse reçue');
    expect(plain(when(at))).toBe('jeudi 5 novembre à 10 h 01');
  });

  it('send a question about an invoice to the department named after it, and ask when there is none', () => {
    expect(billingDepartment([{ id: 1, name: 'Mairie' }, { id: 2, name: 'Régie et facturation' }])).toBe(2);
    expect(billingDepartment([{ id: 1, name: 'Mairie' }])).toBe(1);
    expect(billingDepartment([{ id: 1, name: 'Mairie' }, { id: 3, name: 'Cantine' }])).toBeNull();
  });

  it('promise a mail only to who has an address', () => {
    const parent: ParentAccount = { firstName: 'Paul', lastName: 'ALAIN', identifier: 'palain', email: null, contactEmail: '', passwordRule: 'guide' };
    session.parent = parent;
    expect(howAnswered()).not.toContain('mail');
    session.parent = { ...parent, contactEmail: 'paul@example.fr' };
    expect(howAnswered()).toContain('un mail vous préviendra');
  });
});

describe('files joined to a message', () => {
  it('are PDFs by what they hold; others are named and stay out', async () => {
    const pdf = new File(['%PDF-1.7 …'], 'certificat.pdf');
    const { pdfs, others } = await onlyPdfs([pdf, new File(['<html>'], 'photo.pdf'), new File(['x'], 'b.jpg')]);
    expect(pdfs).toEqual([pdf]);
    expect(plain(notPdfs(others))).toBe('« photo.pdf », « b.jpg » ne sont pas des PDF : seuls les PDF se joignent à un message.');
    expect(plain(notPdfs(['b.jpg']))).toContain('n’est pas un PDF');
    expect(notPdfs([])).toBe('');
  });
});

describe('a message being written', () => {
  beforeEach(() => sessionStorage.clear());

  it('is found again after a reload, until it is sent or the parent signs out', async () => {
    const first = useDraft('contact', { departmentId: 2 });
    Object.assign(first.draft, { subject: 'Assurance', html: '<p>Bonjour</p>', files: [{ id: 7, name: 'a.pdf', bytes: 10 }] });
    await nextTick();
    expect(useDraft('contact', { subject: 'autre' }).draft).toEqual({ familyId: null, departmentId: 2, subject: 'Assurance', html: '<p>Bonjour</p>', files: [{ id: 7, name: 'a.pdf', bytes: 10 }] });
    first.forget();
    await nextTick();
    expect(useDraft('contact').draft.html).toBe('');

    Object.assign(useDraft('reponse-4').draft, { html: '<p>Merci</p>' });
    await nextTick();
    forgetDrafts();
    expect(useDraft('reponse-4').draft.html).toBe('');
  });

  it('keeps its key while its words stay, through a reload too: sent twice it is one message', async () => {
    const { draft, requestKey } = useDraft('contact');
    draft.html = '<p>Bonjour</p>';
    const key = requestKey();
    expect(requestKey()).toBe(key);
    await nextTick();
    // The answer never came and the page was loaded again.
    expect(useDraft('contact').requestKey()).toBe(key);
    draft.html = '<p>Bonsoir</p>';
    expect(requestKey()).not.toBe(key);
  });

  it('is written all the same where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied');
    });
    const { draft } = useDraft('contact');
    draft.html = '<p>Bonjour</p>';
    await nextTick();
    expect(draft.html).toBe('<p>Bonjour</p>');
  });
});
