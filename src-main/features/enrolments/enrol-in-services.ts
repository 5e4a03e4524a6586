import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { enrolChild } from './enrol-child';
import type { Enrolment, enrolmentInput } from './schema';

/**
 * Enrols in several services at once, all or nothing. Throws what `enrolChild` throws, at the field
 * of the enrolment that is refused: `enrolments.1.fromOn`.
 */
export function enrolInServices(context: Context, inputs: readonly z.output<typeof enrolmentInput>[]): Promise<Enrolment[]> {
  return context.db.write(async () => {
    const done: Enrolment[] = [];
    for (const [index, input] of inputs.entries()) done.push(await enrolChild(context, input).catch(atItsPlace(index)));
    return done;
  });
}

const atItsPlace = (index: number) => (failure: unknown): never => {
  if (!(failure instanceof AppError) || failure.field === undefined) throw failure;
  // The dates are those of all: what another enrolment takes is told at the service.
  const field = failure.code === 'enrolments.overlap' ? 'service' : failure.field;
  throw new AppError(failure.code, failure.details, failure.kind, `enrolments.${index}.${field}`);
};
