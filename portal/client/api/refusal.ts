import type { Refusal } from '../../../src-main/kernel/errors';

/** A call that the host refused, with the sentence to show. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const own = (code: string, message: string): Refusal => ({ code, message, fields: {}, reference: null });

/** No answer came: the network is cut, or the portal is stopped. */
export const UNREACHABLE = own('unreachable', 'Le portail ne répond pas. Vérifiez votre connexion à Internet, puis réessayez ; ce que vous avez saisi reste à l’écran.');
const UNREADABLE = own('unreadable', 'La réponse du portail ne se lit pas. Rechargez la page ; si cela se répète, appelez la mairie.');

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'message' in value && 'fields' in value && 'code' in value;

/** The refusal behind whatever a call has thrown, always a French sentence. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof CallRefused) return error.refusal;
  const data = (error as { data?: { refusal?: unknown } | null } | null)?.data;
  if (isRefusal(data?.refusal)) return data.refusal;
  const cause = (error as { cause?: unknown } | null)?.cause ?? error;
  return cause instanceof SyntaxError ? UNREADABLE : UNREACHABLE;
}

/** The refusal that a plain route answered with. */
export function refusalOfBody(body: unknown): Refusal {
  const refusal = (body as { refusal?: unknown } | null)?.refusal;
  return isRefusal(refusal) ? refusal : UNREADABLE;
}
