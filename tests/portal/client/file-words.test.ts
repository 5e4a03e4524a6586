import { expect, it } from 'vitest';
import { ruleWords, savedWords, waitingWords } from '../../../portal/client/pages/file/file-words';
import type { ProfileField } from '../../../src-main/features/portal-desk/schema';

const field = (label: string, rule: ProfileField['rule']): ProfileField =>
  ({ id: label, label, kind: 'line', value: '', shown: '', rule, required: false, help: '', choices: [], pending: null, refused: null });

it('tells what became of a save', () => {
  expect(savedWords({ saved: 1, asked: 0 })).toBe('C’est enregistré.');
  expect(savedWords({ saved: 0, asked: 1 })).toBe('Votre demande est envoyée à la mairie.');
  expect(savedWords({ saved: 2, asked: 3 })).toBe('C’est enregistré. Vos 3 demandes sont envoyées à la mairie.');
  expect(savedWords({ saved: 0, asked: 0 })).toBe('Rien n’a changé.');
  expect(waitingWords(2)).toMatch(/^2\sen\sattente$/);
});

it('tells before saving what the town hall will have to accept', () => {
  expect(ruleWords([field('Portable', 'direct')])).toBe('');
  expect(ruleWords([field('Nom', 'approved')])).toBe('La mairie doit accepter vos changements : ils lui seront envoyés.');
  expect(ruleWords([field('Nom', 'approved'), field('Portable', 'direct'), field('E-mail', 'approved')])).toContain('accepter les changements de : nom et e-mail.');
});
