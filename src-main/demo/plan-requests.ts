import type { StaffActor } from '../kernel/actor';
import { addDays } from '../kernel/local-date';
import { decideRequests } from '../features/portal-desk/decide-requests';
import { listRequests } from '../features/portal-desk/list-requests';
import { readProfile } from '../features/portal-desk/read-profile';
import { saveSection } from '../features/portal-desk/save-section';
import type { ProfileSection } from '../features/portal-desk/schema';
import { saveSectionInput } from '../features/portal-desk/schema';
import type { ActiveParent } from './invite-families';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

/** A field that a parent of separated homes asks to change. */
interface Wish {
  readonly of: 'me' | 'child';
  readonly part: ProfileSection['part'];
  readonly field: string;
  readonly value: string;
}

const REFUSED: Wish = { of: 'child', part: 'childIdentity', field: 'birthPlace', value: 'Paimpol' };
const WAITING: readonly Wish[] = [
  { of: 'me', part: 'identity', field: 'maritalStatus', value: 'remarried' },
  { of: 'child', part: 'childMeals', field: 'servicesWish', value: 'La garderie du soir le lundi et le jeudi, à partir de janvier.' },
];

/** Plans what a parent asks to change in their file: one change refused, two that wait for the town hall. */
export function planRequests(stage: Stage, { families }: Settlement, active: readonly ActiveParent[], secretary: StaffActor): void {
  const parent = () => active.find(({ key }) => families.get(key)?.plan.sharedWith);
  stage.plan(addDays(stage.today, -9), '21:12', async () => wishFor(stage, parent(), REFUSED));
  stage.plan(addDays(stage.today, -8), '11:05', async () => {
    const context = stage.as(secretary);
    for (const { familyId, requests } of await listRequests(context)) {
      await decideRequests(context, {
        familyId, decisions: requests.map(({ id, seen }) => ({ requestId: id, accept: false, reason: 'Le livret de famille indique une autre commune. Passez nous le montrer si c’est une erreur.', seen })),
      });
    }
  });
  WAITING.forEach((wish, index) => stage.plan(addDays(stage.today, -1), `18:4${index}`, async () => wishFor(stage, parent(), wish)));
}

async function wishFor(stage: Stage, parent: ActiveParent | undefined, { of, part, field, value }: Wish): Promise<void> {
  if (!parent) return;
  const context = stage.as(parent.actor);
  const { families, children } = await readProfile(context);
  const owner = of === 'child' ? children[0] : families.flatMap(({ familyId, adults }) => adults.map((adult) => ({ ...adult, familyId }))).find(({ isMe }) => isMe);
  const section = owner?.sections.find((one) => one.part === part);
  const known = section?.fields.find(({ id }) => id === field);
  if (!owner || !section || !known) return;
  await saveSection(context, saveSectionInput.parse({ section: part, familyId: owner.familyId, subjectId: section.subjectId, values: { [field]: value }, seen: { [field]: known.value } }));
}
