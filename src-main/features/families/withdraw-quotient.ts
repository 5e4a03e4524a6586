import { AppError } from '../../kernel/errors';
import { formatDate } from '../../kernel/french-dates';
import { localDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openFamily } from './checks';
import { familyModels } from './models';
import { decimalInWords } from './wording';

/** Takes a value out of the history; it is kept, struck through. Throws AppError `families.quotientWithdrawn`. */
export function withdrawQuotient(context: Context, quotientId: number): Promise<void> {
  return context.db.write(async () => {
    const { Quotient } = familyModels(context.db);
    const quotient = await Quotient.findByPk(quotientId);
    if (!quotient) throw new AppError('families.unknownQuotient', {}, 'notFound');
    const family = await openFamily(context.db, quotient.familyId);
    if (quotient.withdrawnAt !== null) throw new AppError('families.quotientWithdrawn', {}, 'conflict');
    await Quotient.update({ withdrawnAt: context.clock.now() }, { where: { id: quotientId } });
    const { value, fromOn, measure } = quotient;
    await recordDeed(context, {
      action: 'quotient.withdraw', familyId: family.id, before: { measure, value, fromOn },
      subject: `Famille ${family.name} : quotient familial ${decimalInWords(value)} du ${formatDate(localDate(fromOn))} retiré`,
    });
  });
}
