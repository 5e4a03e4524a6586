import { describe, expect, it } from 'vitest';
import { mailLayout } from '../../../src-main/features/mail/mail-layout';

const town = { name: 'Saint-Aubin-des-Préaux', phone: '02 96 12 34 56', email: 'mairie@saint-aubin.example' };

describe('the dress of a mail', () => {
  const mail = mailLayout({
    town, title: 'Votre accès au portail',
    body: ['Bonjour Paul,', { facts: [['Identifiant', 'palain']] }, { button: { label: 'Créer le mot de passe', url: 'https://parents.example/nouveau#abc?x=1&y=2' } }, { list: ['Anna', 'Théo'] }],
  });

  it('says the same in plain text, the address of the button in full', () => {
    expect(mail.text).toBe(`Saint-Aubin-des-Préaux

Votre accès au portail

Bonjour Paul,

Identifiant : palain

Créer le mot de passe :
https://parents.example/nouveau#abc?x=1&y=2

- Anna
- Théo

-- 
Merci de ne pas répondre à ce mail : il est envoyé automatiquement. Pour joindre Saint-Aubin-des-Préaux : par téléphone au 02 96 12 34 56 ou à l’adresse mairie@saint-aubin.example.`);
  });

  it('has a link as a button and in words, in HTML', () => {
    expect(mail.html.match(/href="https:\/\/parents\.example\/nouveau#abc\?x=1&amp;y=2"/g)).toHaveLength(2);
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.html).toContain('Merci de ne pas répondre à ce mail');
  });

  it('escapes what people typed', () => {
    const { html } = mailLayout({ town: { ...town, name: 'L’île & <Co>' }, title: '<script>alert(1)</script>', body: ['"Anna" <b>'] });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('L’île &amp; &lt;Co&gt;');
    expect(html).toContain('&quot;Anna&quot; &lt;b&gt;');
  });

  it('refuses a button that leads elsewhere than to a web address', () => {
    expect(() => mailLayout({ town, title: 't', body: [{ button: { label: 'l', url: 'javascript:alert(1)' } }] })).toThrow(RangeError);
  });

  it('names only the ways to reach the town that exist', () => {
    expect(mailLayout({ town: { ...town, phone: '', email: '' }, title: 't', body: [] }).text).not.toContain('Pour joindre');
  });
});
