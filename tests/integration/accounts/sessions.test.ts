import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endSessions, signOut } from '../../../src-main/features/accounts/end-sessions';
import { openSession } from '../../../src-main/features/accounts/open-session';
import { purgeAccess } from '../../../src-main/features/accounts/purge-access';
import { sessionPort } from '../../../src-main/features/accounts/session-port';
import { plusSeconds } from '../../../src-main/platform/clock';
import type { SessionPort } from '../../../src-main/platform/procedures/services';
import { buildParent, buildStaffUser } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { at, openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

let house: TestDatabase;
let port: SessionPort;
let staffId: number;
let parent: BuiltParent;
const NINE = at('2026-11-05T09:00');
const MINUTE = 60;

beforeAll(async () => {
  house = await openTestDatabase();
  port = sessionPort(house.services);
  staffId = await buildStaffUser(house, { role: 'secretary', healthRight: true });
  parent = await buildParent(house);
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(NINE));

const open = async (holder: 'staff' | 'parent', remembered = false): Promise<string> =>
  (await house.db.write(() => openSession(house.services, { holder, holderId: holder === 'staff' ? staffId : parent.accountId, device: 'test', remembered }))).token;
const after = (seconds: number) => house.clock.set(plusSeconds(NINE, seconds));
const settled = () => house.db.write(() => Promise.resolve());

describe('a session', () => {
  test('says who, with the rights of the role and the health right beside', async () => {
    const actor = await port.staff(await open('staff'));
    expect(actor).toMatchObject({ kind: 'staff', id: staffId, role: 'secretary' });
    expect(actor?.rights).toContain('health.read');
    expect(actor?.rights).not.toContain('users.manage');
  });

  test('of a parent opens nothing to staff, and the other way round', async () => {
    expect(await port.staff(await open('parent'))).toBeNull();
    expect(await port.parent(await open('staff'))).toBeNull();
    expect(await port.parent('unknown')).toBeNull();
  });

  test('is stored as a hash', async () => {
    const token = await open('parent');
    expect(await house.db.selectOne('SELECT id FROM sessions WHERE token_hash = $token', { token })).toBeNull();
  });

  test('ends when it is signed out', async () => {
    const token = await open('parent');
    expect(await port.parent(token)).not.toBeNull();
    await signOut(house.services, token);
    expect(await port.parent(token)).toBeNull();
  });

  test('ends with the access of its holder', async () => {
    const token = await open('parent');
    await house.db.write(() => house.db.run("UPDATE portal_accounts SET disabled_at = '2026-11-05T08:00:00.000Z'"));
    expect(await port.parent(token)).toBeNull();
    await house.db.write(() => house.db.run('UPDATE portal_accounts SET disabled_at = NULL'));
  });

  test('all but one end at once', async () => {
    const [here, elsewhere] = [await open('parent'), await open('parent')];
    const actor = await port.parent(here);
    await house.db.write(() => endSessions(house.services, 'parent', parent.accountId, actor!.sessionId));
    expect(await port.parent(here)).not.toBeNull();
    expect(await port.parent(elsewhere)).toBeNull();
  });
});

describe('time', () => {
  test('staff: half an hour without a call ends it, calls keep it, twelve hours end it', async () => {
    const idle = await open('staff');
    const busy = await open('staff');
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      after(minutes * MINUTE);
      expect(await port.staff(busy)).not.toBeNull();
      await settled();
    }
    expect(await port.staff(idle)).toBeNull();
    after(12 * 60 * MINUTE);
    expect(await port.staff(busy)).toBeNull();
  });

  test('parents: twelve hours whether or not they call, ninety days when remembered', async () => {
    const [short, long] = [await open('parent'), await open('parent', true)];
    after(12 * 3600 - 1);
    expect(await port.parent(short)).not.toBeNull();
    after(12 * 3600);
    expect(await port.parent(short)).toBeNull();
    after(90 * 86_400 - 1);
    expect(await port.parent(long)).not.toBeNull();
    after(90 * 86_400);
    expect(await port.parent(long)).toBeNull();
  });

  test('being seen is written at most once a minute', async () => {
    const token = await open('parent');
    const seenAt = async (): Promise<string | undefined> => {
      await settled();
      return (await house.db.selectOne<{ at: string }>('SELECT last_seen_at AS at FROM sessions ORDER BY id DESC'))?.at;
    };
    after(59);
    await port.parent(token);
    expect(await seenAt()).toBe(NINE);
    after(60);
    await Promise.all([port.parent(token), port.parent(token)]);
    expect(await seenAt()).toBe(plusSeconds(NINE, 60));
  });

  test('what is over is forgotten by the daily job', async () => {
    await open('parent');
    after(200 * 86_400);
    await purgeAccess(house.services);
    expect(await house.db.select('SELECT id FROM sessions')).toEqual([]);
  });
});
