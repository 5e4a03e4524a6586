import { addDays } from '../../kernel/local-date';
import { RELATION_LABELS } from '../families/schema';
import type { Adult } from '../families/schema';
import { fullName } from '../families/wording';
import { additionLines, additionOf, isAddition, namesake, removalKey } from './contact-words';
import type { Desk } from './desk';
import { addRuleOf, removeRuleOf } from './rules';
import type { ContactRemoval, ProfileContacts } from './schema';
import { outcomeOf } from './sections';

/** How long a refused person is still told of: they are no field, on which it could stand until asked again. */
const REFUSED_DAYS = 60;

/** Adding people, with those whom a guardian asked for; null where other contacts are hidden. */
export function profileContacts(desk: Desk): ProfileContacts | null {
  const { file, parts, requests, today, dayAt } = desk;
  const rule = addRuleOf(desk);
  if (rule === 'hidden') return null;
  const isStillTold = (decidedAt: string | null): boolean => decidedAt === null || dayAt(decidedAt) >= addDays(today, -REFUSED_DAYS);
  const asked = requests.filter((request) => isAddition(request) && isStillTold(request.decidedAt) && !namesake(file, additionOf(request)));
  return {
    rule, withTicks: parts.pickups === 'direct' || parts.pickups === 'approved',
    children: file.children.map(({ id, firstName }) => ({ childId: id, name: firstName })),
    relations: Object.entries(RELATION_LABELS).map(([value, label]) => ({ value, label })),
    asked: asked.map((request) => {
      const contact = additionOf(request);
      return { requestId: request.id, name: fullName(contact), ...outcomeOf(desk, request, () => additionLines(file, contact).slice(1).join(' ; ')) };
    }),
  };
}

/** Taking a contact out; null for a guardian, or where the town allows none. */
export function removalOf(desk: Desk, adult: Adult): ContactRemoval | null {
  const rule = removeRuleOf(desk, adult);
  if (rule !== 'direct' && rule !== 'approved') return null;
  return { rule, ...outcomeOf(desk, removalKey(adult.personId), () => 'retirer cette personne') };
}
