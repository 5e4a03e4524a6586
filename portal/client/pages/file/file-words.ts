import type { ProfileField, ProfileSection, SavedSection } from '../../../../src-main/features/portal-desk/schema';
import { enumerated } from '../../../../src-main/kernel/text';

/** "C’est enregistré." and what the town hall has to decide. */
export function savedWords({ saved, asked }: Pick<SavedSection, 'saved' | 'asked'>): string {
  const request = asked === 0 ? '' : asked === 1 ? 'Votre demande est envoyée à la mairie.' : `Vos ${asked} demandes sont envoyées à la mairie.`;
  return [saved > 0 && 'C’est enregistré.', request].filter(Boolean).join(' ') || 'Rien n’a changé.';
}

/** What will happen on saving: at once, after the town hall's answer, or some of each. */
export function ruleWords(fields: readonly ProfileField[]): string {
  const approved = fields.filter(({ rule }) => rule === 'approved');
  const isMixed = fields.some(({ rule }) => rule === 'direct') && approved.length > 0;
  if (approved.length === 0) return '';
  if (!isMixed) return 'La mairie doit accepter vos changements : ils lui seront envoyés.';
  return `La mairie doit accepter les changements de : ${enumerated(approved.map(({ label }) => label.toLocaleLowerCase('fr-FR')))}. Le reste est enregistré aussitôt.`;
}

/** "1 en attente", beside the icon of what was sent. */
export const waitingWords = (count: number): string => `${count}\u00a0en\u00a0attente`;

export const waitingIn = ({ fields }: ProfileSection): number => fields.filter(({ pending }) => pending !== null).length;
export const isRefusedIn = ({ fields }: ProfileSection): boolean => fields.some(({ refused }) => refused !== null);

export const draftKey = (section: Pick<ProfileSection, 'part' | 'subjectId'>, familyId: number): string => `${familyId} ${section.part} ${section.subjectId}`;
