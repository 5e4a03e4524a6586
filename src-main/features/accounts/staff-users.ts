import { AppError, notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { StaffUser } from './schema';

type Row = Omit<StaffUser, 'healthRight' | 'disabled'> & { readonly healthRight: number; readonly disabled: number };

const SELECT = `SELECT id, name, email, role, health_right AS healthRight, disabled_at IS NOT NULL AS disabled, last_sign_in_at AS lastSignInAt
  FROM staff_users`;

const userOf = (row: Row): StaffUser => ({ ...row, healthRight: row.healthRight === 1, disabled: row.disabled === 1 });

/** Everyone who has or had an access, those in service first. */
export async function listStaffUsers(db: Database): Promise<StaffUser[]> {
  return (await db.select<Row>(`${SELECT} ORDER BY disabled_at IS NOT NULL, name COLLATE NOCASE`)).map(userOf);
}

/** One member of staff. Throws AppError `notFound`. */
export async function staffUserById(db: Database, id: number): Promise<StaffUser> {
  const row = await db.selectOne<Row>(`${SELECT} WHERE id = $id`, { id });
  if (!row) throw notFound();
  return userOf(row);
}

/** Someone must always be able to give rights. Throws AppError `accounts.lastAdmin`. */
export async function requireAnotherAdmin(db: Database, id: number, field?: string): Promise<void> {
  const other = await db.selectOne("SELECT id FROM staff_users WHERE role = 'admin' AND disabled_at IS NULL AND id <> $id", { id });
  if (!other) throw new AppError('accounts.lastAdmin', {}, 'conflict', field);
}
