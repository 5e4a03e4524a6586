import { isTRPCClientError } from '@trpc/client';
import type { Refusal } from '../../src-main/kernel/errors';

/** The host could not be reached: network cut, program closed, computer asleep. */
export const UNREACHABLE: Refusal = {
  code: 'unreachable',
  message: 'Préau ne répond pas. Vérifiez que le programme est ouvert et que le réseau fonctionne, puis réessayez. Ce que vous avez saisi reste à l’écran.',
  fields: {},
  reference: null,
};

const UNFORESEEN: Refusal = {
  code: 'page',
  message: 'Cette page a rencontré un incident. Rechargez-la ; si cela se répète, prévenez la personne qui administre Préau.',
  fields: {},
  reference: null,
};

/** What to tell about a failed call: the host's own sentence, or that it could not be reached. */
export function refusalOfError(error: unknown): Refusal {
  if (!isTRPCClientError(error)) return UNFORESEEN;
  const data: unknown = error.data;
  if (isRecord(data) && isRefusal(data.refusal)) return data.refusal;
  return UNREACHABLE;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const isRefusal = (value: unknown): value is Refusal =>
  isRecord(value) && typeof value.code === 'string' && typeof value.message === 'string' && isRecord(value.fields);
