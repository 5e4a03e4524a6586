import { computed, ref } from 'vue';
import type { ProfileContacts, ProfileField } from '../../../../src-main/features/portal-desk/schema';
import { portal } from '../../api/portal';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { useSubmit } from '../../components/form/use-submit';
import { draftOf, dropFileDraft, keepFileDraft } from '../../state/file-drafts';
import { savedWords } from './file-words';

export const TICK_WORDS = { callInEmergency: 'Urgence', mayCollect: 'Sortie' } as const;
export const tickKey = (childId: number, what: keyof typeof TICK_WORDS): string => `${childId} ${what}`;

const field = (id: string, label: string, kind: ProfileField['kind'], rest: Partial<ProfileField> = {}): ProfileField =>
  ({ id, label, kind, value: '', shown: '', rule: 'direct', required: false, help: '', choices: [], pending: null, refused: null, ...rest });

/** What is told of a new person, in the order of the file. */
export const contactFields = ({ relations }: ProfileContacts): ProfileField[] => [
  field('lastName', 'Nom', 'line', { required: true }), field('firstName', 'Prénom', 'line', { required: true }),
  field('relation', 'Lien avec les enfants', 'choice', { choices: relations }),
  field('mobilePhone', 'Portable', 'phone'), field('homePhone', 'Téléphone du domicile', 'phone'),
];

/** Adding somebody to call or who may collect. What is typed survives a refusal and another page, in this tab. */
export function useContactForm(familyId: () => number, contacts: () => ProfileContacts, reload: () => Promise<void>) {
  const key = computed(() => `${familyId()} contacts`);
  const draft = computed(() => draftOf(key.value));
  const message = ref('');

  function begin(): void {
    message.value = '';
    state.refusal = null;
    const ids = [...contactFields(contacts()).map(({ id }) => id), ...contacts().children.flatMap(({ childId }) => [tickKey(childId, 'callInEmergency'), tickKey(childId, 'mayCollect')])];
    const blank = (): Record<string, string> => Object.fromEntries(ids.map((id) => [id, '']));
    keepFileDraft(key.value, { values: blank(), seen: blank() });
  }

  function cancel(): void {
    dropFileDraft(key.value);
    state.refusal = null;
  }

  const { busy, state, submit, errorOf } = useSubmit(async () => {
    const values = draft.value!.values;
    const ticks = contacts().children.map(({ childId }) => ({ childId, callInEmergency: values[tickKey(childId, 'callInEmergency')] === 'yes', mayCollect: values[tickKey(childId, 'mayCollect')] === 'yes' }));
    const { lastName = '', firstName = '', relation = '', mobilePhone = '', homePhone = '' } = values;
    const contact = { lastName, firstName, relation, mobilePhone, homePhone, ticks: contacts().withTicks ? ticks : [] } as Parameters<typeof portal.profile.addContact.mutate>[0]['contact'];
    try {
      message.value = savedWords(await withSession(() => portal.profile.addContact.mutate({ familyId: familyId(), contact })));
      dropFileDraft(key.value);
    } catch (error) {
      // The other guardian was faster: the page shows it too.
      if (refusalOf(error).code === 'families.alreadyIn') await reload();
      throw error;
    }
    await reload();
  });
  const errorAt = (id: string): string | null => errorOf(`contact.${id}`);
  return { draft, message, begin, cancel, busy, state, submit, errorAt };
}
