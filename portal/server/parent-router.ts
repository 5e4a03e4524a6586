import { accountParent } from '../../src-main/features/accounts/parent';
import { attendanceParent } from '../../src-main/features/attendance/parent';
import { invoicesParent } from '../../src-main/features/billing/parent';
import { bookingsParent } from '../../src-main/features/bookings/parent';
import { documentsParent } from '../../src-main/features/documents/parent';
import { messagesParent } from '../../src-main/features/messages/parent';
import { receiptsParent } from '../../src-main/features/payments/parent';
import { profileParent } from '../../src-main/features/portal-desk/parent';
import { router } from '../../src-main/platform/procedures/procedures';
import { homeParent } from './home';

/** Every procedure of the parents' door. */
export const parentRouter = router({
  home: homeParent,
  account: accountParent,
  bookings: bookingsParent,
  attendance: attendanceParent,
  receipts: receiptsParent,
  invoices: invoicesParent,
  messages: messagesParent,
  documents: documentsParent,
  profile: profileParent,
});

export type ParentRouter = typeof parentRouter;
