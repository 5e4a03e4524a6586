import { computed, ref } from 'vue';
import type { ProfileField, ProfileSection, SavedSection, SaveSectionInput } from '../../../../src-main/features/portal-desk/schema';
import { portal } from '../../api/portal';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { useSubmit } from '../../components/form/use-submit';
import { draftOf, dropFileDraft, keepFileDraft } from '../../state/file-drafts';
import { draftKey, savedWords } from './file-words';

/** What a field starts with when it is edited: the parent's own waiting request, or what stands. */
const startOf = ({ value, pending }: ProfileField): string => (pending?.mine ? pending.value : value);
const editable = (fields: readonly ProfileField[]): ProfileField[] => fields.filter(({ rule }) => rule !== 'readOnly');

/**
 * Editing one section in place. What is typed survives a refusal, another page, and a change by
 * somebody else: that one is shown beside, and saving again keeps what is typed.
 * `fresh` asks the host what stands now.
 */
export function useSectionEdit(familyId: () => number, section: () => ProfileSection, fresh: () => Promise<ProfileSection | null>, onSaved: (saved: SavedSection) => Promise<void>) {
  const key = computed(() => draftKey(section(), familyId()));
  const draft = computed(() => draftOf(key.value));
  const message = ref('');
  const meanwhile = ref<Readonly<Record<string, string>>>({});

  function begin(): void {
    message.value = '';
    meanwhile.value = {};
    state.refusal = null;
    const fields = editable(section().fields);
    keepFileDraft(key.value, { values: Object.fromEntries(fields.map((field) => [field.id, startOf(field)])), seen: Object.fromEntries(fields.map(({ id, value }) => [id, value])) });
  }

  function cancel(): void {
    dropFileDraft(key.value);
    state.refusal = null;
  }

  async function save(): Promise<void> {
    const { values, seen } = draft.value!;
    const changed = editable(section().fields).filter((field) => values[field.id] !== startOf(field) || (seen[field.id] !== field.value && values[field.id] !== field.value)).map(({ id }) => id);
    if (changed.length === 0) {
      message.value = 'Rien n’a changé.';
      return cancel();
    }
    const only = (from: Record<string, string>): Record<string, string> => Object.fromEntries(changed.map((id) => [id, from[id] ?? '']));
    const input = { section: section().part, familyId: familyId(), subjectId: section().subjectId, values: only(values), seen: only(seen) } as SaveSectionInput;
    try {
      const saved = await withSession(() => portal.profile.saveSection.mutate(input));
      dropFileDraft(key.value);
      message.value = savedWords(saved);
      await onSaved(saved);
    } catch (error) {
      if (refusalOf(error).code === 'portalDesk.changedMeanwhile') await compare();
      throw error;
    }
  }

  /** Somebody else was faster: tells what stands now, and lets what is typed be saved over it knowingly. */
  async function compare(): Promise<void> {
    const { values, seen } = draft.value!;
    const now = await fresh();
    const told: Record<string, string> = {};
    for (const field of editable(now?.fields ?? [])) {
      if (seen[field.id] === field.value) continue;
      if (values[field.id] === seen[field.id]) values[field.id] = field.value;
      else told[field.id] = field.shown;
      seen[field.id] = field.value;
    }
    meanwhile.value = told;
  }

  const { busy, state, submit, errorOf } = useSubmit(save);
  const errorAt = (id: string): string | null => errorOf(`values.${id}`) ?? errorOf(id);
  return { draft, message, meanwhile, begin, cancel, busy, state, submit, errorAt };
}
