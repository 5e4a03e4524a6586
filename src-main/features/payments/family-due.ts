import { AppError } from '../../kernel/errors';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { balancesOf } from '../ledger/account';
import { localToday } from '../town/queries';
import { dueEntriesOf } from './due-entries';
import type { FamilyDue } from './shape/answers';

interface Person {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
}

/** What a family owes, invoice by invoice, and who may pay. Throws AppError `families.unknown`. */
export async function familyDue({ db, clock }: Pick<Context, 'db' | 'clock'>, familyId: number): Promise<FamilyDue> {
  const family = await db.selectOne<{ name: string }>('SELECT name FROM families WHERE id = $familyId', { familyId });
  if (!family) throw new AppError('families.unknown', {}, 'notFound');
  const today = await localToday({ db, clock });
  const [debits, people, balances] = await Promise.all([dueEntriesOf(db, familyId, today), payersOf(), balancesOf(db, [familyId])]);
  const balanceCents = balances.get(familyId)!;
  const owedCents = sum(debits);
  return {
    familyId, name: family.name, today, balanceCents, owedCents, debits,
    overdueCents: sum(debits.filter(({ overdue }) => overdue)),
    creditCents: Math.max(0, -balanceCents),
    payers: people.map(({ id, lastName, firstName }) => ({ id, name: registerName(lastName, firstName) })),
    usualPayerId: debits[0]?.payerId ?? people[0]?.id ?? null,
  };

  /** Guardians in order, then contacts, then those who left the family but still have invoices to pay. */
  function payersOf(): Promise<Person[]> {
    return db.select<Person>(
      `SELECT person.id, last_name AS lastName, first_name AS firstName FROM persons person
       LEFT JOIN family_adults place ON place.person_id = person.id AND place.family_id = $familyId
       WHERE place.family_id IS NOT NULL OR person.id IN (SELECT payer_id FROM invoices WHERE family_id = $familyId)
       ORDER BY place.kind IS NULL, place.kind DESC, place.position`,
      { familyId },
    );
  }
}

const sum = (debits: readonly { readonly openCents: number }[]): number => debits.reduce((total, { openCents }) => total + openCents, 0);
