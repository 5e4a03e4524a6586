/** Values that word a refusal: figures, labels and dates, never secrets or health data. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** How a refusal is answered over HTTP; the code says why. */
export type RefusalKind = 'invalid' | 'signedOut' | 'forbidden' | 'notFound' | 'conflict' | 'tooMany';

/**
 * A refusal the program foresaw. It crosses every door as data (`code`, `details`) and is
 * worded once, by the feature's `messages.fr.ts`. `field` names the input it is about.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
    readonly kind: RefusalKind = 'invalid',
    readonly field?: string,
  ) {
    super(code);
  }
}

export const notFound = (code = 'notFound'): AppError => new AppError(code, {}, 'notFound');
export const forbidden = (code = 'forbidden'): AppError => new AppError(code, {}, 'forbidden');

/** Wording of refusals: code → French sentence. Each feature exports one; the doors merge them. */
export type RefusalWording = Readonly<Record<string, (details: RefusalDetails) => string>>;

/** A refusal as the pages receive it. */
export interface Refusal {
  readonly code: string;
  /** The French sentence to show. */
  readonly message: string;
  /** Path of the input (`guardians.0.email`) → French sentence, for errors at the field. */
  readonly fields: Readonly<Record<string, string>>;
  /** For unforeseen errors: what to quote to the person who reads the log. */
  readonly reference: string | null;
}
