import { router, staffProcedure } from '../../platform/procedures/procedures';
import { saveSettings, startBackup, startCheck, startRestore } from './commands';
import { readAlarm, readOverview, readProgress } from './overview';
import { previewRestore } from './preview-restore';
import { backupRef, backupSettingsInput, restoreInput } from './schema';

const allowed = staffProcedure('backup.manage');

export const backupsStaff = router({
  list: allowed.query(({ ctx }) => readOverview(ctx)),
  alarm: allowed.query(({ ctx }) => readAlarm(ctx)),
  progress: allowed.query(({ ctx }) => readProgress(ctx)),
  make: allowed.mutation(({ ctx }) => startBackup(ctx)),
  check: allowed.input(backupRef).mutation(({ ctx, input }) => startCheck(ctx, input)),
  preview: allowed.input(backupRef).query(({ ctx, input }) => previewRestore(ctx, input)),
  restore: allowed.input(restoreInput).mutation(({ ctx, input }) => startRestore(ctx, input)),
  saveSettings: allowed.input(backupSettingsInput).mutation(({ ctx, input }) => saveSettings(ctx, input)),
});
