import type { RefusalWording } from '../../src-main/kernel/errors';

export const portalMessages = {
  'portal.foreignRequest': () => 'Cette demande ne vient pas du portail. Rechargez la page et recommencez.',
  'portal.badBody': () => 'La demande est incomplète. Rechargez la page et recommencez.',
  'portal.bodyTooLarge': () => 'La demande est trop longue. Rechargez la page et recommencez.',
} satisfies RefusalWording;
