import type { RefusalWording } from '../../kernel/errors';

export const bookingMessages = {
  'bookings.notYours': () => 'Cet enfant ne fait pas partie de votre foyer. Rechargez la page.',
  'bookings.weekOnly': () => 'Un enregistrement porte sur une seule période. Rechargez la page et recommencez.',
  'bookings.tooManyChildren': ({ count }) => `Cette sélection compte ${String(count)} enfants. Choisissez une classe ou une école.`,
} satisfies RefusalWording;
