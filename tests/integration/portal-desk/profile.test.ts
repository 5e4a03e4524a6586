import { beforeEach, describe, expect, it } from 'vitest';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { queuedMails } from '../../support/mails';
import { fieldIn, usePortalDesk } from './setup';

const test = usePortalDesk();
beforeEach(() => test.rule({}));

const contact = (values: Record<string, string>, seen: Record<string, string>, who = test.paul) =>
  ({ section: 'contact', familyId: test.paul.familyId, subjectId: who.personId, values, seen }) as const;

describe('the file of a family', () => {
  it('is read with the rule of each field, guardians in order, contacts after them', async () => {
    const profile = await test.parent(test.paul).read();
    const [family] = profile.families;
    expect(profile.families).toHaveLength(1);
    expect(family!.adults.map(({ name, title, isMe }) => [name, title, isMe])).toEqual([
      ['Paul ALAIN', 'Premier responsable', true], ['Lucie ALAIN', 'Deuxième responsable', false], ['Odette ALAIN', 'Autre responsable', false],
    ]);
    expect(family!.missing.join()).toContain('l’adresse de facturation de Paul ALAIN');
    expect(fieldIn(profile, test.paul.personId, 'contact', 'mobilePhone')).toMatchObject({ rule: 'direct', value: '', shown: 'Non renseigné' });
    expect(fieldIn(profile, test.paul.personId, 'identity', 'lastName')).toMatchObject({ rule: 'approved', required: true });
    expect(fieldIn(profile, test.paul.familyId, 'familyStatus', 'quotient')).toMatchObject({ rule: 'readOnly' });
    expect(profile.children).toMatchObject([{ name: 'Anna ALAIN', birthWords: 'Née le 12 octobre 2023', familyId: test.paul.familyId }]);
    expect(profile.children[0]!.sections.find(({ part }) => part === 'childHealth')).toMatchObject({ closed: true, fields: [] });
    expect(profile.children[0]!.sections.find(({ part }) => part === 'childSchool')!.fields.map(({ id }) => id)).toEqual(['schoolName', 'className', 'level']);
  });

  it('leaves hidden fields out, and writes none of them', async () => {
    await test.rule({ contact: 'hidden', childHealth: 'hidden', pickups: 'hidden' });
    const profile = await test.parent(test.paul).read();
    expect(JSON.stringify(profile)).not.toContain('mobilePhone');
    expect(profile.families[0]!.pickups).toBeNull();
    expect(profile.children[0]!.sections.some(({ part }) => part === 'childHealth')).toBe(false);
    expect(await test.refusal(test.parent(test.paul).saveSection(contact({ mobilePhone: '06 11 22 33 44' }, { mobilePhone: '' })))).toMatchObject({ code: 'notFound' });
    expect(await test.refusal(test.parent(test.paul).openHealth({ familyId: test.paul.familyId, childId: test.anna }))).toMatchObject({ code: 'notFound' });
    const tick = { childId: test.anna, personId: test.odette, what: 'mayCollect', value: true, seen: false } as const;
    expect(await test.refusal(test.parent(test.paul).saveTicks({ familyId: test.paul.familyId, ticks: [tick] }))).toMatchObject({ code: 'notFound' });
  });

  it('shows what is read only, and refuses to change it', async () => {
    await test.rule({ contact: 'readOnly', pickups: 'readOnly' });
    const call = test.parent(test.paul).saveSection(contact({ mobilePhone: '06 11 22 33 44' }, { mobilePhone: '' }));
    expect(await test.refusal(call)).toMatchObject({ code: 'portalDesk.notEditable', status: 'FORBIDDEN', fields: { 'values.mobilePhone': expect.stringContaining('« Portable »') as string } });
    const tick = { childId: test.anna, personId: test.odette, what: 'mayCollect', value: true, seen: false } as const;
    expect(await test.refusal(test.parent(test.paul).saveTicks({ familyId: test.paul.familyId, ticks: [tick] }))).toMatchObject({ code: 'portalDesk.notEditable' });
  });

  it('of another family is neither read nor written, nor by a visitor', async () => {
    const fanny = test.parent(test.fanny);
    expect(JSON.stringify(await fanny.read())).not.toMatch(/Paul|Lucie|paul@/);
    const { familyId } = test.paul;
    const calls = [
      () => fanny.saveSection(contact({ mobilePhone: '06 11 22 33 44' }, { mobilePhone: '' })),
      () => fanny.saveSection({ ...contact({ mobilePhone: '06 11 22 33 44' }, { mobilePhone: '' }), familyId: test.fanny.familyId }),
      () => fanny.saveSection({ section: 'childIdentity', familyId: test.fanny.familyId, subjectId: test.anna, values: { firstName: 'Zoé' }, seen: { firstName: 'Anna' } }),
      () => fanny.saveSection({ section: 'familyStatus', familyId: test.fanny.familyId, subjectId: familyId, values: { fundNumber: '1' }, seen: { fundNumber: '' } }),
      () => fanny.saveTicks({ familyId: test.fanny.familyId, ticks: [{ childId: test.anna, personId: test.fanny.personId, what: 'mayCollect', value: true, seen: false }] }),
      () => fanny.openHealth({ familyId, childId: test.anna }), () => fanny.openHealth({ familyId: test.fanny.familyId, childId: test.anna }),
      () => fanny.meals({ familyId, childId: test.anna }), () => fanny.meals({ familyId: test.fanny.familyId, childId: test.anna }), () => fanny.certify({ familyId }),
    ];
    for (const call of calls) expect(await test.refusal(call())).toMatchObject({ code: 'notFound', status: 'NOT_FOUND' });
    const visitor = test.visitor();
    for (const call of [() => visitor.read(), () => visitor.certify({ familyId }), () => visitor.withdraw({ requestId: 1 })]) expect(await test.refusal(call())).toMatchObject({ code: 'signedOut' });
  });
});

describe('what the town lets change at once', () => {
  it('is kept by the rules of staff, told at the field when it is wrong, and journaled', async () => {
    const wrong = test.parent(test.paul).saveSection(contact({ mobilePhone: 'abc', postcode: '223', address: '' }, {}));
    expect(await test.refusal(wrong)).toMatchObject({ fields: { 'values.mobilePhone': 'Indiquez un numéro de téléphone, par exemple 02 96 12 34 56.', 'values.postcode': expect.stringContaining('cinq chiffres') as string, 'values.address': 'Indiquez l’adresse.' } });
    const done = await test.parent(test.paul).saveSection(contact({ mobilePhone: '0611223344', city: 'Lannion' }, { mobilePhone: '', city: '' }));
    expect(done).toMatchObject({ saved: 2, asked: 0 });
    expect(done.section.fields.find(({ id }) => id === 'mobilePhone')!.value).toBe('06 11 22 33 44');
    expect(await test.house.db.selectOne('SELECT actor_kind, action FROM journal ORDER BY id DESC')).toEqual({ actor_kind: 'parent', action: 'adult.save' });
    expect(await test.parent(test.paul).saveSection(contact({ city: 'Lannion' }, { city: 'Lannion' }))).toMatchObject({ saved: 0, asked: 0 });
  });

  it('does not overwrite what the other guardian changed meanwhile: what it is now is told', async () => {
    await test.parent(test.paul).saveSection({ section: 'childInsurance', familyId: test.paul.familyId, subjectId: test.anna, values: { insuranceCompany: 'Mutuelle A' }, seen: { insuranceCompany: '' } });
    const second = { section: 'childInsurance', familyId: test.paul.familyId, subjectId: test.anna, values: { insuranceCompany: 'Mutuelle B', insurancePolicy: 'X 1' }, seen: { insuranceCompany: '', insurancePolicy: '' } } as const;
    const refused = await test.refusal(test.parent(test.lucie).saveSection(second));
    expect(refused).toMatchObject({ code: 'portalDesk.changedMeanwhile', status: 'CONFLICT' });
    expect(refused.message).toContain('Compagnie d’assurance (maintenant « Mutuelle A »)');
    expect(await test.parent(test.lucie).saveSection({ ...second, seen: { insuranceCompany: 'Mutuelle A', insurancePolicy: '' } })).toMatchObject({ saved: 2 });
    const [left, right] = await Promise.all([
      test.parent(test.paul).saveSection(contact({ homePhone: '0296000001' }, { homePhone: '' })).then(() => 'saved', () => 'refused'),
      test.parent(test.paul).saveSection(contact({ homePhone: '0296000002' }, { homePhone: '' })).then(() => 'saved', () => 'refused'),
    ]);
    expect([left, right].sort()).toEqual(['refused', 'saved']);
  });

  it('tells the former address that another one signs in', async () => {
    await test.parent(test.paul).saveSection(contact({ email: 'Paul.Neuf@example.fr' }, { email: 'paul@example.fr' }));
    const mail = (await queuedMails(test.house.db)).at(-1)!;
    expect(mail).toMatchObject({ kind: 'portalDesk.formerAddress', toEmail: 'paul@example.fr' });
    expect(mail.text).toContain('paul.neuf@example.fr');
  });

  it('is asked for when it is another guardian’s, who has an account; not for a contact’s', async () => {
    expect(await test.parent(test.paul).saveSection(contact({ mobilePhone: '0699887766' }, { mobilePhone: '' }, { ...test.paul, personId: test.lucie.personId }))).toMatchObject({ saved: 0, asked: 1 });
    expect(await test.parent(test.paul).saveSection(contact({ mobilePhone: '0655443322' }, { mobilePhone: '' }, { ...test.paul, personId: test.odette }))).toMatchObject({ saved: 1, asked: 0 });
    const tick = (personId: number, value: boolean, seen: boolean) => ({ childId: test.anna, personId, what: 'mayCollect' as const, value, seen });
    const { familyId } = test.paul;
    expect(await test.parent(test.paul).saveTicks({ familyId, ticks: [tick(test.odette, true, false), tick(test.lucie.personId, true, false)] })).toEqual({ saved: 1, asked: 1 });
    expect(await test.refusal(test.parent(test.paul).saveTicks({ familyId, ticks: [tick(test.odette, false, false)] }))).toMatchObject({ code: 'portalDesk.changedMeanwhile' });
    expect(await test.refusal(test.parent(test.paul).saveTicks({ familyId, ticks: [] }))).toMatchObject({ code: 'invalidInput' });
  });

  it('keeps a fund with its number, and refuses a number without fund', async () => {
    const fund = (values: Record<string, string>, seen: Record<string, string>) => test.parent(test.paul).saveSection({ section: 'familyStatus', familyId: test.paul.familyId, subjectId: test.paul.familyId, values, seen });
    await test.rule({ familyStatus: 'direct' });
    expect(await test.refusal(fund({ fundNumber: '123' }, { fundNumber: '' }))).toMatchObject({ code: 'portalDesk.fundMissing', fields: { 'values.fund': expect.any(String) as string } });
    expect(await fund({ fund: 'CAF', fundNumber: '123' }, { fund: '', fundNumber: '' })).toMatchObject({ saved: 2 });
  });
});

describe('health data', () => {
  const child = () => ({ familyId: test.paul.familyId, childId: test.anna });
  it('are opened by a guardian, each reading journaled, and kept without the journal knowing what', async () => {
    await test.rule({ childHealth: 'direct' });
    const section = await test.parent(test.paul).openHealth(child());
    expect(section.fields.find(({ id }) => id === 'bloodGroup')).toMatchObject({ shown: 'Non connu', rule: 'direct' });
    expect(section.fields.find(({ id }) => id === 'hasPai')).toMatchObject({ shown: 'Non', rule: 'readOnly' });
    expect(await test.house.db.selectOne('SELECT action, actor_kind FROM journal ORDER BY id DESC')).toEqual({ action: 'health.read', actor_kind: 'parent' });
    const saved = await test.parent(test.paul).saveSection({ section: 'childHealth', familyId: test.paul.familyId, subjectId: test.anna, values: { doctor: 'M. LEFEBVRE', tetanusOn: '03/04/2025' }, seen: { doctor: '', tetanusOn: '' } });
    expect(saved.section.fields.find(({ id }) => id === 'tetanusOn')).toMatchObject({ value: '2025-04-03', shown: '3 avril 2025' });
    expect(JSON.stringify(await test.house.db.select('SELECT * FROM journal'))).not.toContain('LEFEBVRE');
    const future = (section: 'childHealth' | 'childIdentity', field: string) => test.parent(test.paul).saveSection({ section, familyId: test.paul.familyId, subjectId: test.anna, values: { [field]: '2030-01-01' }, seen: { birthOn: '2023-10-12', tetanusOn: '2025-04-03' } });
    expect(await test.refusal(future('childHealth', 'tetanusOn'))).toMatchObject({ code: 'portalDesk.vaccineInFuture' });
    expect(await test.refusal(future('childIdentity', 'birthOn'))).toMatchObject({ code: 'families.birthInFuture', fields: { 'values.birthOn': expect.any(String) as string } });
    const lost = await test.refusal(test.parent(test.lucie).saveSection({ section: 'childHealth', familyId: test.paul.familyId, subjectId: test.anna, values: { doctor: 'Mme PETIT' }, seen: { doctor: '' } }));
    expect(lost.message).toContain('Médecin traitant');
    expect(lost.message).not.toContain('LEFEBVRE');
  });
});

describe('a guardian without parental authority', () => {
  it('sees school and meals, not health nor the other guardian’s data; changes their own', async () => {
    await test.setAuthority(test.lucie.personId, 'no');
    const profile = await test.parent(test.lucie).read();
    const [family] = profile.families;
    expect(family).toMatchObject({ withAuthority: false, missing: [], household: null, pickups: null });
    expect(family!.adults.map(({ name, sections }) => [name, sections.length])).toEqual([['Paul ALAIN', 0], ['Lucie ALAIN', 3]]);
    expect(profile.children[0]!.sections.map(({ part, editable }) => [part, editable])).toEqual([['childIdentity', false], ['childSchool', false], ['childMeals', false]]);
    expect(JSON.stringify(profile)).not.toContain('paul.neuf');
    expect(await test.refusal(test.parent(test.lucie).openHealth({ familyId: test.paul.familyId, childId: test.anna }))).toMatchObject({ code: 'notFound' });
    expect(await test.refusal(test.parent(test.lucie).saveSection({ section: 'childMeals', familyId: test.paul.familyId, subjectId: test.anna, values: { diet: 'sans-porc' }, seen: { diet: '' } }))).toMatchObject({ code: 'portalDesk.notEditable' });
    await test.rule({ identity: 'direct' });
    const mine = { section: 'identity', familyId: test.paul.familyId, subjectId: test.lucie.personId, values: { parentalAuthority: 'yes' }, seen: { parentalAuthority: 'no' } } as const;
    expect(await test.parent(test.lucie).saveSection(mine)).toMatchObject({ saved: 0, asked: 1 });
    await test.setAuthority(test.lucie.personId, 'yes');
  });
});

describe('certification', () => {
  it('is dated, kept once a day, and asked again each school year', async () => {
    const { familyId } = test.paul;
    expect((await test.parent(test.paul).read()).families[0]!.certification).toEqual({ schoolYear: '2026-2027', certifiedOn: null, due: true });
    await Promise.all([test.parent(test.paul).certify({ familyId }), test.parent(test.paul).certify({ familyId })]);
    expect(await test.house.db.select('SELECT family_id FROM profile_certifications')).toHaveLength(1);
    expect((await test.parent(test.paul).read()).families[0]!.certification).toEqual({ schoolYear: '2026-2027', certifiedOn: '2026-11-05', due: false });
    expect((await test.parent(test.lucie).read()).families[0]!.certification.due).toBe(true);
    test.house.clock.set('2027-08-20T10:00:00.000Z' as ReturnType<typeof test.house.clock.now>);
    expect((await test.parent(test.paul).read()).families[0]!.certification).toMatchObject({ schoolYear: '2027-2028', due: true });
    test.house.clock.set('2026-11-05T09:01:00.000Z' as ReturnType<typeof test.house.clock.now>);
    await test.rule({ identity: 'hidden', contact: 'hidden', familyStatus: 'hidden', work: 'hidden', contacts: 'hidden', pickups: 'hidden', childIdentity: 'hidden', childSchool: 'hidden', childMeals: 'hidden', childHealth: 'hidden', childInsurance: 'hidden', childConsents: 'hidden' });
    expect(await test.refusal(test.parent(test.paul).certify({ familyId }))).toMatchObject({ code: 'portalDesk.fileHidden' });
  });
});

describe('meals and services', () => {
  it('tell what the child is enrolled in, on which days and at what price, in time and late', async () => {
    await buildRulebook(test.house.db, {
      booking: [{ services: ['cantine-1', 'cantine-2'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'late' }, cancel: { limit: 'deux-jours', after: 'refuse' } }],
      prices: [{ id: 'repas', label: 'Repas', services: ['cantine-1', 'cantine-2'], price: 320 }],
      adjustments: [{ id: 'hors-delai', label: 'hors délai', services: ['cantine-1'], when: { booking: ['late'] }, add: 70 }],
    });
    const child = { familyId: test.paul.familyId, childId: test.anna };
    expect(await test.parent(test.paul).meals(child)).toMatchObject({ eats: false, others: [], meals: [{ label: 'Cantine, 1er service', enrolled: false, priceCents: 320 }, { enrolled: false }] });
    await buildEnrolment(test.house.db, { childId: test.anna, week: ['mon', 'thu'] });
    expect(await test.parent(test.paul).meals(child)).toMatchObject({
      eats: true, meals: [{ service: 'cantine-1', enrolled: true, usualDays: ['mon', 'thu'], openDays: ['mon', 'tue', 'thu', 'fri'], priceCents: 320, lateCents: 390, unit: 'repas' }],
    });
  });
});

it('one account reads every family, each child once', async () => {
  const other = await buildFamily(test.house.db, { guardians: [test.paul.personId], children: [{ firstName: 'Zoé', lastName: 'MARTIN' }] });
  const profile = await test.parent(test.paul).read();
  expect(profile.families.map(({ name }) => name)).toHaveLength(2);
  expect(profile.children.map(({ familyId }) => familyId)).toEqual([test.paul.familyId, other.familyId]);
});
