import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoTown } from '../../../src-main/demo/build-demo-town';
import type { DemoAccounts } from '../../../src-main/demo/build-demo-town';
import { rollCallGaps } from '../../../src-main/features/attendance/gaps';
import { weekRequest } from '../../../src-main/features/bookings/schema';
import { familyWeek } from '../../../src-main/features/bookings/family-week';
import { householdOfPerson } from '../../../src-main/features/bookings/household';
import { checkLedger } from '../../../src-main/features/ledger/check-ledger';
import { questionsOf } from '../../../src-main/features/town-rules/questions';
import { calendarFacts } from '../../../src-main/features/town-rules/calendar-facts';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
import { townOf } from '../../../src-main/features/town/queries';
import { localDate } from '../../../src-main/kernel/local-date';
import { MIGRATIONS } from '../../../src-main/migrations/index';
import { Backups } from '../../../src-main/platform/backup/backups';
import { settableClock } from '../../../src-main/platform/clock';
import { openDatabase } from '../../../src-main/platform/database/open-database';
import type { Database } from '../../../src-main/platform/database/database';
import { FileStore } from '../../../src-main/platform/files/file-store';
import { PasswordHasher } from '../../../src-main/platform/hashing/password-hasher';
import { silentLog } from '../../../src-main/platform/log';
import { BrowserPrinter } from '../../../src-main/platform/pdf/browser-printer';
import type { Services } from '../../../src-main/platform/procedures/services';
import { at, TIME_ZONE } from '../../support/open-test-database';

const TODAY = localDate('2026-11-05');

interface Built {
  readonly services: Services;
  readonly accounts: DemoAccounts;
  close(): Promise<void>;
}

async function build(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'preau-demo-'));
  const clock = settableClock(at('2026-11-05T10:01'));
  const { db, close } = await openDatabase(folder, MIGRATIONS, clock);
  const log = silentLog();
  const services: Services = {
    db, clock, log, hasher: new PasswordHasher(2 ** 10), publicUrl: 'https://parents.example', demo: true, wording: {},
    files: new FileStore(join(folder, 'files')), printer: new BrowserPrinter({ log }),
    backups: new Backups({ dataFolder: folder, db, clock, log, program: '0.0.0', migrations: MIGRATIONS, timeZone: () => Promise.resolve(TIME_ZONE), restart: () => undefined }),
  };
  const accounts = await buildDemoTown(services, { today: TODAY });
  return {
    services, accounts,
    close: async () => {
      services.hasher.close();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let town: Built;
beforeAll(async () => {
  town = await build();
}, 60_000);
afterAll(() => town.close());

const count = async (from: string): Promise<number> => (await town.services.db.selectOne<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))!.n;

describe('the demo town', () => {
  it('leaves no family without children, two homes of one child included', async () => {
    expect(await count('families WHERE id NOT IN (SELECT family_id FROM family_children)')).toBe(0);
  });

  it('has about 120 families and 190 children in two schools', async () => {
    expect(await count('families')).toBeGreaterThanOrEqual(115);
    expect(await count('families')).toBeLessThanOrEqual(125);
    expect(await count('children')).toBeGreaterThanOrEqual(180);
    expect(await count('children')).toBeLessThanOrEqual(200);
    expect(await count('schools')).toBe(2);
    expect(await count('(SELECT child_id FROM family_children GROUP BY child_id HAVING count(*) = 2)')).toBeGreaterThan(6);
    expect(await count('child_health WHERE has_pai = 1')).toBeGreaterThan(2);
    expect(await count('mails')).toBeGreaterThan(50);
    expect(await count('journal')).toBeGreaterThan(500);
  });

  it('holds the ALAIN family as the guides show it', async () => {
    const adults = await town.services.db.select(
      "SELECT p.first_name AS firstName, fa.kind, fa.position FROM persons p JOIN family_adults fa ON fa.person_id = p.id WHERE p.last_name = 'ALAIN' ORDER BY fa.kind DESC, fa.position",
    );
    expect(adults).toMatchObject([{ firstName: 'Paul', kind: 'guardian', position: 0 }, { firstName: 'Lucie', kind: 'guardian', position: 1 }, { firstName: 'Monique', kind: 'contact' }]);
    const children = await town.services.db.select(
      "SELECT c.first_name AS firstName, birth_on AS birthOn, level, s.name AS school FROM children c JOIN schools s ON s.id = c.school_id WHERE c.last_name = 'ALAIN' ORDER BY birth_on DESC",
    );
    expect(children).toMatchObject([{ firstName: 'Anna', birthOn: '2023-10-12', level: 'PS', school: 'École maternelle' }, { firstName: 'Théo', school: 'École élémentaire' }]);
  });

  it('charges Fanny BACONNAIS 3,20 € for the first service', async () => {
    const person = await town.services.db.selectOne<{ id: number }>("SELECT id FROM persons WHERE last_name = 'BACONNAIS'");
    const household = await householdOfPerson(town.services.db, person!.id);
    const week = await familyWeek(town.services, household, weekRequest.parse({ monday: '2026-11-02' }));
    const [fanny] = week.children;
    expect(fanny).toMatchObject({ firstName: 'Fanny' });
    expect(fanny?.rows[0]).toMatchObject({ label: 'Cantine, 1er service', unitPriceCents: 320 });
    expect(fanny?.rows[0]?.quantity).toBeGreaterThan(0);
  });

  it('has bookings for the month before and the month after, in time or late as the rules say', async () => {
    for (const [from, to] of [['2026-10-05', '2026-10-16'], ['2026-11-02', '2026-11-06'], ['2026-11-09', '2026-11-20'], ['2026-11-23', '2026-12-05']]) {
      expect(await count(`bookings WHERE state = 'booked' AND day BETWEEN '${from}' AND '${to}'`)).toBeGreaterThan(20);
    }
    expect(await count("bookings WHERE timing = 'late'")).toBeGreaterThan(0);
    expect(await count("bookings WHERE state = 'cancelled'")).toBeGreaterThan(0);
    expect(await count("booking_events WHERE outcome = 'override'")).toBeGreaterThan(0);
    expect(await count("bookings WHERE day BETWEEN '2026-10-17' AND '2026-11-01' AND service <> 'vacances-journee'")).toBe(0);
  });

  it('offers more than the canteen, and leaves no question open', async () => {
    const [before, now] = (await rulebookOf(town.services.db)).versions;
    expect(before?.services.map(({ id }) => id)).toEqual(['cantine-1', 'cantine-2']);
    expect(now?.services.map(({ kind }) => kind)).toEqual(['meal', 'meal', 'care', 'care', 'snack', 'transport', 'leisure', 'meal', 'leisure', 'leisure']);
    const asked = questionsOf(now!, calendarFacts(await townOf(town.services.db)));
    expect(asked.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('has children in each of its services, a believable part of them', async () => {
    const enrolled = new Map((await town.services.db.select<{ service: string; n: number }>('SELECT service, count(DISTINCT child_id) AS n FROM enrolments GROUP BY service')).map(({ service, n }) => [service, n]));
    const children = await count('children');
    const share = async (where: string): Promise<number> => await count(`(SELECT DISTINCT child_id FROM enrolments WHERE ${where})`) / children;
    expect([...enrolled.keys()].sort()).toEqual(['cantine-1', 'cantine-2', 'car', 'garderie-matin', 'garderie-soir', 'mercredi-journee', 'mercredi-matin', 'mercredi-repas', 'vacances-journee']);
    expect(await share("service LIKE 'garderie-%'")).toBeCloseTo(0.4, 1);
    expect(await share("service LIKE 'mercredi-%'")).toBeCloseTo(0.25, 1);
    expect(await share("service = 'car'")).toBeCloseTo(0.15, 1);
    expect(await count("bookings WHERE service = 'vacances-journee' AND day BETWEEN '2026-10-19' AND '2026-10-30'")).toBeGreaterThan(30);
    expect(await count("children WHERE flags LIKE '%panier-repas%'")).toBeGreaterThan(0);
  });

  it('shows every week with prices, its snacks, and the monthly ceiling where a child reaches it', async () => {
    const labels = new Set<string>();
    for (const { id } of await town.services.db.select<{ id: number }>('SELECT DISTINCT person_id AS id FROM portal_accounts')) {
      const household = await householdOfPerson(town.services.db, id);
      for (const monday of ['2026-10-12', '2026-10-26']) {
        const week = await familyWeek(town.services, household, weekRequest.parse({ monday }));
        for (const child of week.children) {
          for (const extra of child.extras) labels.add(extra.label);
          expect(child.rows.flatMap(({ cells }) => cells.filter(({ mayChange, booked, priceCents }) => (mayChange || booked) && priceCents === null))).toEqual([]);
        }
        expect(week.totalCents).toBeGreaterThanOrEqual(0);
      }
    }
    expect([...labels]).toEqual(expect.arrayContaining([expect.stringMatching(/^Goûter : \d+ × 0,60/), expect.stringMatching(/^Plafond mensuel de garderie/), expect.stringMatching(/^Semaine complète au prix de quatre jours/)]));
  });

  it('has called two months by name: nearly all there, some away with a reason, a few forgotten since the last invoices', async () => {
    const called = await count('attendance');
    expect(called).toBeGreaterThan(1500);
    const away = (await count("attendance WHERE state = 'absent'")) / called;
    expect(away).toBeGreaterThan(0.02);
    expect(away).toBeLessThan(0.08);
    expect(await count('absence_notices')).toBeGreaterThan(10);
    expect(await count("absence_proofs WHERE kind = 'medical'")).toBeGreaterThan(2);
    expect(await count("attendance WHERE service = 'garderie-soir' AND departure > '18:35'")).toBeGreaterThan(3);
    const kinds = async (from: string, to: string) => new Set((await rollCallGaps(town.services.db, localDate(from), localDate(to))).map(({ kind }) => kind));
    expect([...await kinds('2026-09-01', '2026-09-30')].filter((kind) => kind !== 'notBooked')).toEqual([]);
    expect([...await kinds('2026-10-01', '2026-10-31')]).toContain('notCalled');
  });

  it('gives three accesses to staff and five to parents', async () => {
    expect(town.accounts.staff.map(({ role }) => role)).toEqual(['admin', 'secretary', 'agent']);
    expect(town.accounts.parents).toHaveLength(5);
    expect(town.accounts.parents.map(({ family }) => family)).toEqual(expect.arrayContaining(['ALAIN', 'BACONNAIS']));
    expect(await count('portal_accounts WHERE password_hash IS NOT NULL')).toBe(5);
    expect(await count('staff_users')).toBe(3);
  });

  it('has no deed later than its day, and a journal in order of time', async () => {
    expect(await count("journal WHERE at >= '2026-11-05'")).toBe(0);
    expect(await count('journal first JOIN journal next ON next.id = first.id + 1 WHERE next.at < first.at')).toBe(0);
  });

  it('is paid in part, by every means, with one cheque that came back: and every cent adds up', async () => {
    const { db } = town.services;
    expect(await checkLedger(db)).toEqual([]);
    const families = await db.select<{ cents: number }>('SELECT sum(cents) AS cents FROM ledger_entries GROUP BY family_id');
    const settled = families.filter(({ cents }) => cents <= 0).length / families.length;
    expect(settled).toBeGreaterThan(0.45);
    expect(settled).toBeLessThan(0.8);
    expect(families.filter(({ cents }) => cents < 0)).toHaveLength(1);
    expect(await db.select('SELECT means FROM payments GROUP BY means ORDER BY means')).toEqual(['card', 'cash', 'cheque', 'transfer'].map((means) => ({ means })));
    expect(await db.select('SELECT reason FROM payment_reversals')).toHaveLength(1);
  });

  it('is the same town every time', async () => {
    const again = await build();
    try {
      expect(await fingerprint(again.services.db)).toEqual(await fingerprint(town.services.db));
    } finally {
      await again.close();
    }
  }, 60_000);
});

/** A hash a table, without what is drawn at random (passwords, tokens, the links of mails, the name of the house). */
async function fingerprint(db: Database): Promise<Record<string, string>> {
  const SECRETS = new Set(['password_hash', 'token_hash', 'body_text', 'body_html', 'house']);
  const tables = await db.select<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('migrations', 'sqlite_sequence') ORDER BY name");
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const columns = await db.select<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`);
    const told = columns.map((column) => column.name).filter((column) => !SECRETS.has(column)).map((column) => `"${column}"`).join(', ');
    hashes[name] = createHash('sha256').update(JSON.stringify(await db.select(`SELECT ${told} FROM ${name} ORDER BY ${told}`))).digest('hex');
  }
  return hashes;
}
