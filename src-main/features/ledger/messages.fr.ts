import type { RefusalWording } from '../../kernel/errors';
import { cents, formatEuros } from '../../kernel/money';

export const ledgerMessages = {
  'ledger.overAllocated': ({ label, openCents, cents: asked }) =>
    `« ${String(label)} » n’a plus que ${formatEuros(cents(Number(openCents)))} à affecter, et ${formatEuros(cents(Number(asked)))} étaient demandés. Rien n’a été enregistré : reprenez la répartition.`,
} satisfies RefusalWording;
