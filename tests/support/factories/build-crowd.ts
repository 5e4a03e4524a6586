import type { Database } from '../../../src-main/platform/database/database';

interface CrowdToBuild {
  readonly families: number;
  readonly childrenEach: number;
  /** Ids of families, persons and children begin after it. */
  readonly after?: number;
  readonly service?: string;
  /** Usual week as JSON; empty: each day is booked by itself. */
  readonly week?: string;
}

const RECORDED_AT = '2026-08-25T08:00:00.000Z';
const numbers = (count: string): string => `WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${count})`;

/** Many families at once, each with one guardian and children enrolled from September 2026 in one service. */
export function buildCrowd(db: Database, { families, childrenEach, after = 0, service = 'cantine-1', week = '[]' }: CrowdToBuild): Promise<void> {
  const bind = { families, children: families * childrenEach, each: childrenEach, after, service, week, at: RECORDED_AT };
  const [perFamily, perChild] = [numbers('$families'), numbers('$children')];
  const familyOfChild = '$after + (n + $each - 1) / $each';
  return db.write(async () => {
    await db.run(`INSERT INTO families (id, name, created_at) ${perFamily} SELECT $after + n, 'FAMILLE ' || n, $at FROM number`, bind);
    await db.run(`INSERT INTO persons (id, last_name, first_name, address, postcode, city, email)
      ${perFamily} SELECT $after + n, 'NOM' || n, 'Paul', '1 rue', '22300', 'Ville', 'p' || n || '@exemple.fr' FROM number`, bind);
    await db.run(`INSERT INTO family_adults (family_id, person_id, kind, position) ${perFamily} SELECT $after + n, $after + n, 'guardian', 0 FROM number`, bind);
    await db.run(`INSERT INTO quotients (family_id, value, from_on, recorded_at) ${perFamily} SELECT $after + n, '722.50', '2026-01-01', $at FROM number`, bind);
    await db.run(`INSERT INTO children (id, last_name, first_name, sex, birth_on) ${perChild} SELECT $after + n, 'NOM', 'Anna', 'F', '2018-03-01' FROM number`, bind);
    await db.run(`INSERT INTO family_children (family_id, child_id, position) ${perChild} SELECT ${familyOfChild}, $after + n, n % $each FROM number`, bind);
    await db.run(`INSERT INTO enrolments (child_id, service, from_on, week, requested_at) ${perChild} SELECT $after + n, $service, '2026-09-01', $week, $at FROM number`, bind);
  });
}
