import { portalMessages } from '../../portal/server/messages.fr';
import type { RefusalWording } from '../kernel/errors';
import { platformMessages } from '../platform/messages.fr';
import { accountsMessages } from '../features/accounts/messages.fr';
import { attendanceMessages } from '../features/attendance/messages.fr';
import { billingMessages } from '../features/billing/messages.fr';
import { backupMessages } from '../features/backups/messages.fr';
import { bookingMessages } from '../features/bookings/messages.fr';
import { documentMessages } from '../features/documents/messages.fr';
import { enrolmentMessages } from '../features/enrolments/messages.fr';
import { familyMessages } from '../features/families/messages.fr';
import { ledgerMessages } from '../features/ledger/messages.fr';
import { mailMessages } from '../features/mail/messages.fr';
import { messageMessages } from '../features/messages/messages.fr';
import { newsMessages } from '../features/news/messages.fr';
import { paymentMessages } from '../features/payments/messages.fr';
import { portalDeskMessages } from '../features/portal-desk/messages.fr';
import { papersMessages } from '../features/papers/messages.fr';
import { schoolMessages } from '../features/schools/messages.fr';
import { townRulesMessages } from '../features/town-rules/messages.fr';
import { townMessages } from '../features/town/messages.fr';
import { hostMessages } from './messages.fr';

/** Every refusal of the program, worded once for all doors. */
export const wording: RefusalWording = {
  ...platformMessages, ...hostMessages, ...portalMessages, ...townMessages, ...mailMessages, ...accountsMessages, ...schoolMessages, ...familyMessages, ...townRulesMessages, ...enrolmentMessages, ...bookingMessages, ...papersMessages, ...attendanceMessages, ...backupMessages, ...billingMessages, ...ledgerMessages, ...paymentMessages, ...documentMessages, ...messageMessages, ...portalDeskMessages, ...newsMessages,
};
