import { randomUUID } from 'node:crypto';
import { keepPapers } from '../../../src-main/features/papers/paper-store';
import { issueRun } from '../../../src-main/features/billing/issue-run';
import { startRun } from '../../../src-main/features/billing/start-run';
import { publishDocument } from '../../../src-main/features/documents/publish-document';
import { receiveUpload } from '../../../src-main/features/documents/receive-upload';
import { sendPaper } from '../../../src-main/features/documents/send-paper';
import { openConversation } from '../../../src-main/features/messages/open-conversation';
import { replyAsStaff } from '../../../src-main/features/messages/reply';
import { recordPayment } from '../../../src-main/features/payments/record-payment';
import { recordInput } from '../../../src-main/features/payments/schema';
import { accountsModels } from '../../../src-main/features/accounts/models';
import { recordDeed } from '../../../src-main/features/journal/record-deed';
import { localDate } from '../../../src-main/kernel/local-date';
import { buildStaffUser, PASSWORD } from '../../support/factories/build-access';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import type { FamilyToBuild } from '../../support/factories/build-family';
import { buildAbsence, buildCalledDay } from '../../support/factories/build-roll-call';
import { buildSchool } from '../../support/factories/build-school';
import { parentActor } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

/** Stands in every word of the victim's; nobody else's page may show it. */
export const MARK = /quetzal/i;
/** Ids of the victim's family, persons and children begin here, and those of the other family at the second. */
export const VICTIM_IDS = 770_001;
export const OTHER_IDS = 880_001;

export interface Household {
  readonly login: string;
  readonly familyId: number;
  readonly personId: number;
  readonly childId: number;
  readonly uploadId: number;
}

interface HouseholdToBuild extends Pick<FamilyToBuild, 'contacts' | 'quotients'> {
  readonly ids: number;
  readonly name: string;
}

/** A family with a child enrolled, an account, and a file that waits to be taken. */
export async function buildHousehold(house: TestDatabase, { ids, name, ...more }: HouseholdToBuild): Promise<Household> {
  const { db, services, clock } = house;
  const school = await buildSchool(db);
  const lower = name.toLowerCase();
  await buildFamily(db, {
    id: ids, name, notes: `note ${lower}`, fundNumber: `${lower}-caf`, ...more,
    guardians: [{ id: ids, lastName: name, firstName: `${name}ine`, email: `${lower}@example.fr`, address: `1 rue ${lower}`, mobilePhone: '06 11 22 33 44', notes: `note ${lower}` }],
    children: [{ id: ids, lastName: name, firstName: `${name}ou`, birthPlace: name, schoolId: school.schoolId, classId: school.classIds[0]!, notes: `note ${lower}` }],
  });
  const passwordHash = await services.hasher.hash(PASSWORD);
  const account = { personId: ids, identifier: lower, email: `${lower}@example.fr`, passwordHash, createdAt: clock.now() };
  await db.write(() => accountsModels(db).PortalAccount.create(account));
  await buildEnrolment(db, { childId: ids, week: ['mon'] });
  const upload = await receiveUpload({ ...services, actor: parentActor(ids) }, `${lower}.pdf`, pdf(lower));
  return { login: lower, familyId: ids, personId: ids, childId: ids, uploadId: upload.id };
}

/** The family whose things nobody else may see: some of everything that the program keeps. */
export async function buildVictim(house: TestDatabase): Promise<Household> {
  const { db, services } = house;
  const staff = house.contextOf();
  await buildStaffUser(house);
  const victim = await buildHousehold(house, { ids: VICTIM_IDS, name: 'QUETZAL', contacts: [{ lastName: 'QUETZAL', firstName: 'Nourrice' }], quotients: [{ value: '722.50', fromOn: '2026-09-01' }] });
  const { childId, familyId, personId } = victim;
  const parent = { ...services, actor: { ...parentActor(personId), name: 'QUETZAL' } };

  await db.write(() => db.run("INSERT INTO child_health (child_id, has_pai, allergies, instructions, updated_at) VALUES ($childId, 1, 'quetzal', 'quetzal', '2026-09-01')", { childId }));
  await bookDay(house, victim, '2026-11-12');
  await db.write(() => db.run(
    "INSERT INTO profile_requests (family_id, person_id, part, field, before, after, state, asked_at, asked_by) VALUES ($familyId, $personId, 'identity', 'lastName', 'QUETZAL', 'QUETZAL', 'waiting', $at, $personId)",
    { familyId, personId, at: house.clock.now() }));
  await buildCalledDay(db, { childId, familyId, day: '2026-10-05' });
  await buildAbsence(db, { childId, fromOn: '2026-10-12', toldAt: '2026-10-11T08:00:00.000Z' });

  const { runId } = await startRun(staff, { from: localDate('2026-10-01'), to: localDate('2026-10-31') });
  await issueRun(staff, runId);
  const payment = await recordPayment(staff, recordInput.parse({ familyId, means: 'cheque', cents: 100, receivedOn: '2026-11-05', reference: 'quetzal', bank: 'quetzal', requestKey: 'quetzal-payment' }));
  const invoices = await db.select<{ id: number }>('SELECT id FROM invoices WHERE family_id = $familyId', { familyId });
  await keepPapers(services, 'invoice', invoices.map(({ id }) => ({ subjectId: id, bytes: pdf('quetzal'), pages: 1 })));
  await keepPapers(services, 'receipt', [{ subjectId: payment.paymentId, bytes: pdf('quetzal'), pages: 1 }]);

  const newUpload = async (context: Parameters<typeof receiveUpload>[0]) => (await receiveUpload(context, 'quetzal.pdf', pdf('quetzal'))).id;
  const talk = { departmentId: 1, subject: 'quetzal', html: '<p>quetzal</p>', invoice: null };
  const { id: conversationId } = await openConversation(parent, { ...talk, familyId, uploadIds: [await newUpload(parent)], requestKey: randomUUID() });
  await replyAsStaff(staff, { conversationId, html: '<p>quetzal</p>', uploadIds: [], requestKey: randomUUID() });
  await publishDocument(staff, {
    category: 'quetzal', name: 'quetzal', description: 'quetzal', fromOn: localDate('2026-11-01'), untilOn: null, audience: { kind: 'family', id: familyId },
    uploadId: await newUpload(staff), requestKey: randomUUID(),
  });
  await sendPaper(parent, { familyId, childId, kindId: null, name: 'quetzal', description: 'quetzal', uploadIds: [await newUpload(parent)], requestKey: randomUUID() });
  return victim;
}

const pdf = (word: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${word} ${randomUUID()}`);

/** A booked day, with its receipt. */
function bookDay(house: TestDatabase, { childId, familyId }: Household, day: string): Promise<void> {
  const { db, clock } = house;
  return db.write(async () => {
    await db.run(
      "INSERT INTO bookings (child_id, service, day, state, timing, family_id, decided_at) VALUES ($childId, 'cantine-1', $day, 'booked', 'inTime', $familyId, $at)",
      { childId, familyId, day, at: clock.now() });
    await recordDeed(house.contextOf(), { action: 'bookings.week', subject: 'quetzal', familyId, childId });
    await db.run(
      "INSERT INTO booking_events (child_id, service, day, action, outcome, price_cents, journal_id) SELECT $childId, 'cantine-1', $day, 'book', 'accepted', 320, max(id) FROM journal",
      { childId, day });
  });
}
