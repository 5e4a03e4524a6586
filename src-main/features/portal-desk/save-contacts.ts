import type { z } from 'zod';
import type { ParentActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { fullName } from '../families/wording';
import { applyAddition, applyRemoval } from './apply-contacts';
import { ask, takeBack } from './ask';
import { additionKey, isAddition, namesake, removalKey } from './contact-words';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { PART_TITLES } from './fields';
import { addRuleOf, removeRuleOf } from './rules';
import type { addContactInput, ContactAddition, removeContactInput, SavedContact } from './schema';

const MOST_CONTACTS = 20;

/**
 * A parent adds somebody to call or who may collect: at once, or as one request. Throws AppError
 * `notFound` (not theirs, hidden), `portalDesk.notEditable`, `portalDesk.ticksMissing`,
 * `portalDesk.tooManyContacts`, `portalDesk.askedAlready`, `families.alreadyIn`.
 */
export function addContact(context: Context<ParentActor>, { familyId, contact }: z.output<typeof addContactInput>): Promise<SavedContact> {
  return context.db.write(async () => {
    const desk = await openDesk(context, familyId);
    const isDirect = refuseUnless(addRuleOf(desk)) === 'direct';
    refuseTicks(desk, contact);
    if (namesake(desk.file, contact)) throw new AppError('families.alreadyIn', { name: fullName(contact) }, 'conflict', 'contact.lastName');
    const key = additionKey(contact);
    const others = desk.requests.filter((request) => request.state === 'waiting' && isAddition(request) && request.field !== key.field);
    if (desk.file.contacts.length + others.length >= MOST_CONTACTS) throw new AppError('portalDesk.tooManyContacts', {}, 'conflict');
    if (!isDirect) {
      await ask(context, desk, key, `Ajouter ${fullName(contact)}`, '', JSON.stringify(contact));
      return { saved: 0, asked: 1 };
    }
    await takeBack(context, desk, key);
    await applyAddition(context, familyId, contact);
    return { saved: 1, asked: 0 };
  });
}

/** A parent takes a contact out of the family: at once, or as one request. Throws as `addContact`, and `portalDesk.guardianStays`. */
export function removeContact(context: Context<ParentActor>, { familyId, personId }: z.output<typeof removeContactInput>): Promise<SavedContact> {
  return context.db.write(async () => {
    const desk = await openDesk(context, familyId);
    const adult = [...desk.file.guardians, ...desk.file.contacts].find((one) => one.personId === personId);
    const rule = adult ? removeRuleOf(desk, adult) : 'hidden';
    if (adult?.kind === 'guardian' && rule !== 'hidden') throw new AppError('portalDesk.guardianStays', { name: fullName(adult) }, 'forbidden');
    if (refuseUnless(rule) === 'direct') {
      await takeBack(context, desk, removalKey(personId));
      await applyRemoval(context, familyId, personId);
      return { saved: 1, asked: 0 };
    }
    await ask(context, desk, removalKey(personId), `Retirer ${fullName(adult!)}`, 'no', 'yes');
    return { saved: 0, asked: 1 };
  });
}

function refuseUnless(rule: ReturnType<typeof addRuleOf>): 'direct' | 'approved' {
  if (rule === 'hidden') throw notFound();
  if (rule === 'readOnly') throw new AppError('portalDesk.notEditable', { label: PART_TITLES.contacts }, 'forbidden');
  return rule;
}

/** Ticks are for children of the family, only where the town lets parents tell them, and then there is one at least. */
function refuseTicks({ parts, file }: Desk, { ticks }: ContactAddition): void {
  const ticked = ticks.filter(({ callInEmergency, mayCollect }) => callInEmergency || mayCollect);
  if (ticks.some(({ childId }) => !file.children.some(({ id }) => id === childId))) throw notFound();
  const areTold = parts.pickups === 'direct' || parts.pickups === 'approved';
  if (!areTold && ticked.length > 0) throw new AppError('portalDesk.notEditable', { label: PART_TITLES.pickups }, 'forbidden');
  if (areTold && file.children.length > 0 && ticked.length === 0) throw new AppError('portalDesk.ticksMissing', {}, 'invalid', 'contact.ticks');
}
