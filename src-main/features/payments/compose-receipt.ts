import type { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { townOf } from '../town/queries';
import { meansInWords } from './means';
import type { ReceiptPaper } from './receipt-schema';
import type { Settled } from './settles';
import type { recordInput } from './shape/inputs';

interface Made {
  readonly label: string;
  readonly recordedOn: LocalDate;
  readonly settles: readonly Settled[];
  readonly balanceCents: number;
}

interface Payer {
  readonly lastName: string;
  readonly firstName: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
}

/** What the receipt of a payment says, from what stands in the write that records it. */
export async function composeReceipt({ db, actor }: Pick<Context, 'db' | 'actor'>, input: z.output<typeof recordInput>, made: Made): Promise<ReceiptPaper> {
  const { name, address, postcode, city, phone, email, siret } = await townOf(db);
  const family = await db.selectOne<{ id: number; name: string }>('SELECT id, name FROM families WHERE id = $familyId', { familyId: input.familyId });
  const payer = input.payerId === null ? null : await db.selectOne<Payer>(
    'SELECT last_name AS lastName, first_name AS firstName, address, postcode, city FROM persons WHERE id = $payerId', { payerId: input.payerId },
  );
  const issuer = await db.selectOne<{ name: string; quality: string }>('SELECT issuer_name AS name, issuer_quality AS quality FROM billing_settings');
  return {
    label: made.label,
    town: { name, address, postcode, city, phone, email, siret },
    issuer: issuer ?? { name: '', quality: '' },
    payer: payer
      ? { name: registerName(payer.lastName, payer.firstName), address: payer.address, postcode: payer.postcode, city: payer.city }
      : { name: family!.name, address: '', postcode: '', city: '' },
    family: family!,
    means: input.means,
    meansLabel: meansInWords(input),
    cents: input.cents,
    receivedOn: input.receivedOn,
    recordedOn: made.recordedOn,
    by: actor.name,
    settles: made.settles.map(({ label, dueOn, cents, leftCents }) => ({ label, dueOn, cents, leftCents })),
    creditCents: input.cents - made.settles.reduce((sum, { cents }) => sum + cents, 0),
    balanceCents: made.balanceCents,
  };
}
