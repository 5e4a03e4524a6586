import type { RefusalWording } from '../kernel/errors';
import { platformMessages } from '../platform/messages.fr';
import { townMessages } from '../features/town/messages.fr';
import { townRulesMessages } from '../features/town-rules/messages.fr';
import { hostMessages } from './messages.fr';

/** Every refusal of the program, worded once for all doors. */
export const wording: RefusalWording = { ...platformMessages, ...hostMessages, ...townMessages, ...townRulesMessages };
