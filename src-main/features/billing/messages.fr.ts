import type { RefusalWording } from '../../kernel/errors';

export const billingMessages = {
  'billing.notReady': () => 'Cette page n’est pas encore prête. Revenez un peu plus tard.',
} satisfies RefusalWording;
