import { router } from '../platform/procedures/procedures';
import { journalStaff } from '../features/journal/staff';
import { townStaff } from '../features/town/staff';
import { rulesStaff } from '../features/town-rules/staff';

/** Every procedure of the staff's door. */
export const staffRouter = router({
  journal: journalStaff,
  rules: rulesStaff,
  town: townStaff,
});

export type StaffRouter = typeof staffRouter;
