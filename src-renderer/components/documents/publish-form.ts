import type { Audience, AudienceKind, PublishInput } from '../../../src-main/features/documents/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import type { KeptFile } from './UploadField.vue';

export interface AudienceValues {
  kind: AudienceKind;
  /** Id of a school, class or family, or code of a service; empty until chosen. */
  target: string;
  label: string;
}

export interface PublishValues {
  category: string;
  name: string;
  description: string;
  fromOn: string | null;
  untilOn: string | null;
  audience: AudienceValues;
  files: readonly KeptFile[];
  requestKey: string;
}

export const newDocument = (today: LocalDate): PublishValues =>
  ({ category: '', name: '', description: '', fromOn: today, untilOn: null, audience: { kind: 'all', target: '', label: '' }, files: [], requestKey: crypto.randomUUID() });

// What is not chosen yet goes as it is: the host refuses it at its field.
function audienceOf({ kind, target, label }: AudienceValues): Audience {
  if (kind === 'all') return { kind };
  if (kind === 'service') return { kind, code: target, label: label || target };
  return { kind, id: Number(target) || (undefined as unknown as number) };
}

/** What is typed, as the host takes it. */
export const publishInputOf = ({ files, audience, fromOn, untilOn, ...told }: PublishValues): PublishInput =>
  ({ ...told, fromOn: (fromOn ?? '') as LocalDate, untilOn: untilOn as LocalDate | null, audience: audienceOf(audience), uploadId: files[0]?.id ?? (undefined as unknown as number) });

/** "Menus de novembre" of "menus-de-novembre.pdf": a name to begin with. */
export function nameOfFile(fileName: string): string {
  const words = fileName.replace(/\.[a-z]{3,4}$/i, '').replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase('fr-FR') + words.slice(1);
}
