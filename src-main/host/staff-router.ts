import type { Context } from '../platform/procedures/services';
import { router } from '../platform/procedures/procedures';
import { portalAccountsStaff, sessionStaff, setupStaff, usersStaff } from '../features/accounts/staff';
import { billingStaff } from '../features/billing/staff';
import { attendanceStaff } from '../features/attendance/staff';
import { backupsStaff } from '../features/backups/staff';
import { bookingsStaff } from '../features/bookings/staff';
import { documentsStaff } from '../features/documents/staff';
import { enrolmentsStaff } from '../features/enrolments/staff';
import { familiesStaff } from '../features/families/staff';
import { journalStaff } from '../features/journal/staff';
import { mailStaff } from '../features/mail/staff';
import { messagesStaff } from '../features/messages/staff';
import { newsStaff } from '../features/news/staff';
import { papersStaff } from '../features/payments/papers-staff';
import { paymentsStaff } from '../features/payments/staff';
import { requestsStaff } from '../features/portal-desk/staff';
import { schoolsStaff } from '../features/schools/staff';
import { rulesStaff } from '../features/town-rules/staff';
import { townStaff } from '../features/town/staff';

/** What the first start may ask of the host: to fill the new town with the demonstration. */
export type FillDemo = (context: Context) => Promise<void>;

/** Every procedure of the staff's door. */
export const createStaffRouter = (fillDemo: FillDemo) => router({
  setup: setupStaff(fillDemo),
  session: sessionStaff,
  users: usersStaff,
  portalAccounts: portalAccountsStaff,
  journal: journalStaff,
  town: townStaff,
  mail: mailStaff,
  schools: schoolsStaff,
  families: familiesStaff,
  rules: rulesStaff,
  enrolments: enrolmentsStaff,
  bookings: bookingsStaff,
  attendance: attendanceStaff,
  backups: backupsStaff,
  payments: paymentsStaff,
  billing: billingStaff,
  papers: papersStaff,
  messages: messagesStaff,
  news: newsStaff,
  documents: documentsStaff,
  requests: requestsStaff,
});

export type StaffRouter = ReturnType<typeof createStaffRouter>;
