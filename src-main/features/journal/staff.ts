import { router, staffProcedure } from '../../platform/procedures/procedures';
import { listJournal } from './queries';
import { journalFilter } from './schema';

export const journalStaff = router({
  list: staffProcedure('journal.read').input(journalFilter).query(({ ctx, input }) => listJournal(ctx.db, input)),
});
