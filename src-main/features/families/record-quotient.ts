import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { formatDate } from '../../kernel/french-dates';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { openFamily } from './checks';
import { familyModels } from './models';
import type { recordQuotientInput } from './schema';
import { decimalInWords } from './wording';

type Values = z.output<typeof recordQuotientInput>;

/**
 * Adds a value to the history of a family's quotient; it counts from its date of effect on.
 * Throws AppError `families.quotientTaken` or `families.proofInFuture`. Returns its id.
 */
export function recordQuotient(context: Context, values: Values): Promise<{ quotientId: number }> {
  return context.db.write(async () => {
    const family = await openFamily(context.db, values.familyId);
    const quotientId = await insertQuotient(context, values);
    const { familyId, measure, ...told } = values;
    const what = measure === 'qf' ? 'quotient familial' : measure;
    await recordDeed(context, {
      action: 'quotient.record', familyId, after: { measure, ...told },
      subject: `Famille ${family.name} : ${what} ${decimalInWords(values.value)} à partir du ${formatDate(values.fromOn)}`,
    });
    return { quotientId };
  });
}

/** Inserts an entry, without journal: the wizard's too. `path` leads the fields of refusals. */
export async function insertQuotient(context: Context, values: Values, path = ''): Promise<number> {
  const { Quotient } = familyModels(context.db);
  const { familyId, measure, fromOn, provedOn } = values;
  if (provedOn && provedOn > await localToday(context)) throw new AppError('families.proofInFuture', {}, 'invalid', `${path}provedOn`);
  const taken = await Quotient.findOne({ where: { familyId, measure, fromOn, withdrawnAt: null } });
  if (taken) throw new AppError('families.quotientTaken', { value: decimalInWords(taken.value), day: fromOn }, 'conflict', `${path}fromOn`);
  return (await Quotient.create({ ...values, recordedAt: context.clock.now() })).id;
}
