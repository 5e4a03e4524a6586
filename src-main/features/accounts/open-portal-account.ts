import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { identifierFor } from './identifiers';
import { accountsModels } from './models';
import { accountOfPerson } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';

export interface PersonToInvite {
  readonly personId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/**
 * The portal account of a person, made when there is none, inside a write. It signs in with the
 * person's address when no other account does, and with its identifier always.
 */
export async function openPortalAccount(context: Context, { personId, firstName, lastName, email }: PersonToInvite): Promise<AccountHolder> {
  const { db, clock } = context;
  const known = await accountOfPerson(db, personId);
  if (!known) {
    const taken = await identifiersLike(db);
    await accountsModels(db).PortalAccount.create({
      personId, identifier: identifierFor(firstName, lastName, (identifier) => taken.has(identifier)), email: await freeEmail(db, email, personId), createdAt: clock.now(),
    });
  } else if (known.email !== email) {
    await followPersonEmail(context, personId);
  }
  return (await accountOfPerson(db, personId))!;
}

async function identifiersLike(db: Database): Promise<Set<string>> {
  const rows = await db.select<{ identifier: string }>('SELECT identifier FROM portal_accounts');
  return new Set(rows.map(({ identifier }) => identifier.toLowerCase()));
}

/** One account an address: the first who was invited signs in with it, the others by identifier. */
async function freeEmail(db: Database, email: string, personId: number): Promise<string | null> {
  if (email === '') return null;
  const holder = await db.selectOne('SELECT id FROM portal_accounts WHERE email = $email AND person_id <> $personId', { email, personId });
  return holder ? null : email;
}

/**
 * To call, inside a write, when a person's address has changed: their account signs in with the new
 * one from now on, or by identifier when another account does. Without an account nothing happens.
 */
export async function followPersonEmail({ db }: Pick<Context, 'db'>, personId: number): Promise<void> {
  const person = await db.selectOne<{ email: string }>('SELECT email FROM persons WHERE id = $personId', { personId });
  if (!person) return;
  await db.run('UPDATE portal_accounts SET email = $email WHERE person_id = $personId', { personId, email: await freeEmail(db, person.email, personId) });
}
