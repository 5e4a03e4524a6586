import { randomBytes } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Refusal, RefusalKind } from '../../kernel/errors';
import type { Services } from './services';

const HTTP_CODES: Readonly<Record<RefusalKind, TRPCError['code']>> = {
  invalid: 'BAD_REQUEST', signedOut: 'UNAUTHORIZED', forbidden: 'FORBIDDEN', notFound: 'NOT_FOUND', conflict: 'CONFLICT', tooMany: 'TOO_MANY_REQUESTS',
};

/** A refusal with the HTTP status of its kind; the cause stays the AppError. */
export const asTrpcError = (error: AppError): TRPCError => new TRPCError({ code: HTTP_CODES[error.kind], message: error.code, cause: error });

const UNFORESEEN = 'Un incident est survenu. Rien n’a été enregistré.';

/**
 * Words whatever was thrown, once, for both doors. Unforeseen errors are logged under a reference
 * and told with it; no stack, no English, no detail of the machine leaves the host.
 */
export function refusalOf(error: unknown, services: Pick<Services, 'wording' | 'log'> | undefined, path: string): Refusal {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  if (cause instanceof AppError) return refusalOfAppError(cause, services);
  if (cause instanceof ZodError) return refusalOfInput(cause);
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return plain('notFound', 'Cette page n’existe pas ou n’existe plus.');
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return plain('badRequest', 'La demande est incomplète. Rechargez la page et recommencez.');
  const reference = randomBytes(4).toString('hex').toUpperCase();
  services?.log.error({ reference, path, err: cause instanceof Error ? cause : String(cause) }, 'unforeseen error');
  return { code: 'internal', message: `${UNFORESEEN} Réessayez ; si cela se répète, donnez la référence ${reference} à la mairie.`, fields: {}, reference };
}

const plain = (code: string, message: string): Refusal => ({ code, message, fields: {}, reference: null });

function refusalOfAppError(error: AppError, services: Pick<Services, 'wording' | 'log'> | undefined): Refusal {
  const word = services?.wording[error.code];
  if (!word) services?.log.error({ code: error.code }, 'refusal without wording');
  const message = word?.(error.details) ?? `${UNFORESEEN} Réessayez dans un instant.`;
  return { code: error.code, message, fields: error.field ? { [error.field]: message } : {}, reference: null };
}

function refusalOfInput(error: ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  const sentences = [...new Set(Object.values(fields))];
  const message = sentences.length === 1 && sentences[0] ? sentences[0] : 'Certains champs sont à corriger.';
  return { code: 'invalidInput', message, fields, reference: null };
}
