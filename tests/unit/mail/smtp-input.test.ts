import { beforeAll, describe, expect, it } from 'vitest';
import { smtpInput } from '../../../src-main/features/mail/schema';
import { speakFrench } from '../../../src-main/platform/procedures/french-input';

const settings = { host: 'smtp.exemple.fr', port: 587, security: 'starttls', userName: 'mairie', password: 'x', fromName: 'Mairie', fromEmail: 'mairie@exemple.fr' };
const errorsOf = (changes: object): string[] => smtpInput.safeParse({ ...settings, ...changes }).error?.issues.map(({ message }) => message) ?? [];
beforeAll(speakFrench);

describe('settings of a mail server as they are typed', () => {
  it('are taken when they can be meant', () => {
    expect(errorsOf({})).toEqual([]);
    expect(errorsOf({ host: ' localhost ', port: 25, security: 'none', userName: '', password: null })).toEqual([]);
  });

  it.each([
    [{ host: '' }, /nom du serveur/],
    [{ host: 'https://smtp.exemple.fr' }, /nom du serveur/],
    [{ port: 0 }, /465 ou 587/],
    [{ port: 70_000 }, /65535/],
    [{ port: 25.5 }, /465 ou 587/],
    [{ security: 'ssl' }, /liste/],
    [{ fromName: '  ' }, /nom que les parents verront/],
    [{ fromEmail: 'mairie' }, /adresse e-mail est incomplète/],
  ])('refuse %o in French', (changes, sentence) => {
    expect(errorsOf(changes)).toEqual([expect.stringMatching(sentence)]);
  });
});
