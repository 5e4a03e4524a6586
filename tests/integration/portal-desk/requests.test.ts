import { beforeEach, describe, expect, it } from 'vitest';
import { requestsStaff } from '../../../src-main/features/portal-desk/staff';
import { staffWith } from '../../support/open-test-database';
import { queuedMails } from '../../support/mails';
import { doorsOf } from '../../support/staff-caller';
import { fieldIn, usePortalDesk } from './setup';

const test = usePortalDesk();
beforeEach(() => test.rule({}));

const askName = (lastName: string, who = test.paul as { personId: number }) =>
  test.parent(who).saveSection({ section: 'childIdentity', familyId: test.paul.familyId, subjectId: test.anna, values: { lastName }, seen: { lastName: 'ALAIN' } });
const nameOf = async (who = test.paul as { personId: number }) => fieldIn(await test.parent(who).read(), test.anna, 'childIdentity', 'lastName')!;
const listed = async () => (await test.staff().list()).flatMap(({ requests }) => requests);
const decide = (decisions: Parameters<ReturnType<typeof test.staff>['decide']>[0]['decisions'], familyId = test.paul.familyId) => test.staff().decide({ familyId, decisions });

it('the page of requests is for those who may write families; health besides for its own right', async () => {
  const doors = await doorsOf(requestsStaff, test.house);
  for (const codes of Object.values(doors)) expect(codes).toEqual(['signedOut', 'forbidden', 'forbidden']);
  expect(await test.refusal(test.staff(staffWith('families.write')).openHealth({ requestId: 1 }))).toMatchObject({ code: 'forbidden' });
  expect(await test.refusal(decide([]))).toMatchObject({ code: 'invalidInput' });
  expect(await test.refusal(decide([{ requestId: 999, accept: true, seen: '' }]))).toMatchObject({ code: 'portalDesk.takenBack' });
  expect(await test.staff().list()).toEqual([]);
});

describe('a change that the town hall approves', () => {
  it('waits, is shown to both guardians, and may be withdrawn by who asked', async () => {
    expect(await askName('ALAIN-MARTIN')).toMatchObject({ saved: 0, asked: 1 });
    expect(await nameOf()).toMatchObject({ value: 'ALAIN', pending: { shown: 'ALAIN-MARTIN', mine: true, askedOn: '2026-11-05' } });
    expect(await nameOf(test.lucie)).toMatchObject({ pending: { mine: false, askedBy: 'Paul ALAIN' } });
    expect([await test.staff().count(), await test.staff().countOf({ familyId: test.paul.familyId }), await test.staff().countOf({ familyId: test.fanny.familyId })]).toEqual([1, 1, 0]);
    const requestId = (await nameOf()).pending!.requestId;
    for (const who of [test.lucie, test.fanny]) expect(await test.refusal(test.parent(who).withdraw({ requestId }))).toMatchObject({ code: 'portalDesk.unknownRequest' });
    await test.parent(test.paul).withdraw({ requestId });
    expect((await nameOf()).pending).toBeNull();
    expect(await test.staff().count()).toBe(0);
  });

  it('gives way to a newer one of the same parent, not to another guardian’s', async () => {
    await askName('PREMIER');
    await askName('DEUXIÈME');
    expect((await listed()).map(({ after }) => after)).toEqual(['DEUXIÈME']);
    expect(await test.refusal(askName('AUTRE', test.lucie))).toMatchObject({ code: 'portalDesk.askedAlready', status: 'CONFLICT', message: expect.stringContaining('Paul ALAIN a déjà demandé') as string });
    await askName('ALAIN');
    expect(await listed()).toEqual([]);
  });

  it('is accepted: the file has it, the parent is told by mail, a second decision is refused', async () => {
    await askName('ALAIN-MARTIN');
    const [request] = await listed();
    expect(request).toMatchObject({ subject: 'Anna ALAIN', label: 'Nom', before: 'ALAIN', after: 'ALAIN-MARTIN', seen: 'ALAIN', changedTo: null, askedBy: 'Paul ALAIN' });
    expect(await decide([{ requestId: request!.id, accept: true, seen: 'ALAIN' }])).toEqual({ accepted: 1, refused: 0 });
    expect(await nameOf()).toMatchObject({ value: 'ALAIN-MARTIN', pending: null, refused: null });
    const mail = (await queuedMails(test.house.db)).at(-1)!;
    expect(mail).toMatchObject({ kind: 'portalDesk.decision', toEmail: 'paul@example.fr' });
    expect(mail.text).toContain('Nom (Anna ALAIN) : c’est accepté.');
    expect(await test.refusal(decide([{ requestId: request!.id, accept: true, seen: 'ALAIN' }]))).toMatchObject({ code: 'portalDesk.takenBack' });
    expect(await test.refusal(test.parent(test.paul).withdraw({ requestId: request!.id }))).toMatchObject({ code: 'portalDesk.decidedAlready' });
  });

  it('is refused with a reason, which the parent reads until they ask again', async () => {
    await test.house.db.write(() => test.house.db.run("UPDATE children SET last_name = 'ALAIN' WHERE id = $anna", { anna: test.anna }));
    await askName('AUTRE');
    const [request] = await listed();
    expect(await test.refusal(decide([{ requestId: request!.id, accept: false, seen: 'ALAIN' }]))).toMatchObject({ fields: { 'decisions.0.reason': 'Écrivez pourquoi : le parent le lira.' } });
    expect(await decide([{ requestId: request!.id, accept: false, reason: 'Le livret de famille manque.', seen: 'ALAIN' }])).toEqual({ accepted: 0, refused: 1 });
    expect(await nameOf()).toMatchObject({ value: 'ALAIN', pending: null, refused: { shown: 'AUTRE', reason: 'Le livret de famille manque.', decidedOn: '2026-11-05' } });
    expect((await queuedMails(test.house.db)).at(-1)!.text).toContain('c’est refusé. Le livret de famille manque.');
    expect(await test.house.db.selectOne("SELECT subject, after FROM journal WHERE action = 'profile.refuse'")).toEqual({
      subject: 'Famille ALAIN : demande refusée, Nom (Anna ALAIN)', after: JSON.stringify({ reason: 'Le livret de famille manque.' }),
    });
    await askName('ENCORE');
    expect(await nameOf()).toMatchObject({ refused: null, pending: { shown: 'ENCORE' } });
  });

  it('says when the field changed meanwhile, and is not accepted unseen', async () => {
    await test.house.db.write(() => test.house.db.run("UPDATE children SET last_name = 'MARTIN' WHERE id = $anna", { anna: test.anna }));
    const [request] = await listed();
    expect(request).toMatchObject({ before: 'ALAIN', changedTo: 'MARTIN', seen: 'MARTIN' });
    expect(await test.refusal(decide([{ requestId: request!.id, accept: true, seen: 'ALAIN' }]))).toMatchObject({ code: 'portalDesk.fieldChanged', message: expect.stringContaining('« MARTIN »') as string });
    expect(await test.refusal(decide([{ requestId: request!.id, accept: true, seen: 'MARTIN' }], test.fanny.familyId))).toMatchObject({ code: 'portalDesk.takenBack' });
    expect(await decide([{ requestId: request!.id, accept: true, seen: 'MARTIN' }])).toMatchObject({ accepted: 1 });
  });

  it('of several fields arrives together: a fund with its number, a tick, a wish in words', async () => {
    const { familyId } = test.paul;
    await test.rule({ familyStatus: 'approved', pickups: 'approved' });
    await test.parent(test.paul).saveSection({ section: 'familyStatus', familyId, subjectId: familyId, values: { fundNumber: '123', fund: 'CAF' }, seen: { fundNumber: '', fund: '' } });
    await test.parent(test.paul).saveTicks({ familyId, ticks: [{ childId: test.anna, personId: test.odette, what: 'mayCollect', value: true, seen: false }] });
    await test.parent(test.paul).saveSection({ section: 'childMeals', familyId, subjectId: test.anna, values: { servicesWish: 'La garderie du soir dès janvier.' }, seen: { servicesWish: '' } });
    const requests = await listed();
    expect(requests.map(({ subject, label, after, isWish }) => [subject, label, after, isWish]).sort(([, left], [, right]) => String(left).localeCompare(String(right)))).toEqual([
      ['Famille ALAIN', 'Caisse', 'CAF', false], ['Anna ENCORE', 'Changement à demander', 'La garderie du soir dès janvier.', true],
      ['Famille ALAIN', 'Numéro d’allocataire CAF ou MSA', '123', false], ['Odette ALAIN pour Anna', 'Sortie', 'Oui', false],
    ]);
    const [number] = requests.filter(({ after }) => after === '123');
    expect(await test.refusal(decide([{ requestId: number!.id, accept: true, seen: '' }]))).toMatchObject({ code: 'portalDesk.fundMissing' });
    const mails = (await queuedMails(test.house.db)).length;
    expect(await decide(requests.map(({ id, seen }) => ({ requestId: id, accept: true, seen })))).toEqual({ accepted: 4, refused: 0 });
    expect(await queuedMails(test.house.db)).toHaveLength(mails + 1);
    const profile = await test.parent(test.paul).read();
    expect(fieldIn(profile, familyId, 'familyStatus', 'fundNumber')).toMatchObject({ value: '123', pending: null });
    expect(profile.families[0]!.pickups!.rows.find((row) => row.personId === test.odette)!.cells.find(({ what }) => what === 'mayCollect')).toMatchObject({ value: true, pending: null });
  });
});

describe('a request about health data', () => {
  it('is closed until it is opened, by its right, journaled; the mail and the journal do not tell it; decided, it is forgotten', async () => {
    const { familyId } = test.paul;
    await test.parent(test.paul).saveSection({ section: 'childHealth', familyId, subjectId: test.anna, values: { allergies: 'Arachide' }, seen: { allergies: '' } });
    const [request] = await listed();
    expect(request).toMatchObject({ health: true, before: '', after: '', seen: '' });
    const secretary = test.staff(staffWith('families.read', 'families.write'));
    expect(await test.refusal(secretary.decide({ familyId, decisions: [{ requestId: request!.id, accept: true, seen: '' }] }))).toMatchObject({ code: 'portalDesk.healthUnread', status: 'FORBIDDEN' });
    expect(await test.refusal(secretary.decide({ familyId, decisions: [{ requestId: request!.id, accept: false, reason: 'Non.', seen: '' }] }))).toMatchObject({ code: 'portalDesk.healthUnread' });
    const opened = await test.staff().openHealth({ requestId: request!.id });
    expect(opened).toMatchObject({ before: 'Non renseigné', after: 'Arachide', seen: '' });
    expect(await test.house.db.selectOne('SELECT action FROM journal ORDER BY id DESC')).toEqual({ action: 'health.read' });
    await decide([{ requestId: request!.id, accept: true, seen: opened.seen }]);
    const told = JSON.stringify([await queuedMails(test.house.db), await test.house.db.select('SELECT * FROM journal'), await test.house.db.select('SELECT * FROM profile_requests')]);
    expect(told).not.toContain('Arachide');
    expect((await test.parent(test.paul).openHealth({ familyId, childId: test.anna })).fields.find(({ id }) => id === 'allergies')!.value).toBe('Arachide');
    expect(await test.refusal(test.staff().openHealth({ requestId: request!.id }))).toMatchObject({ code: 'portalDesk.unknownRequest' });
  });
});
