import { router, staffProcedure } from '../../platform/procedures/procedures';
import { archiveClass, archiveSchool, restoreClass, restoreSchool } from './archive-school';
import { createSchool } from './create-school';
import { listSchools } from './queries';
import { renameSchool } from './rename-school';
import { createClass, saveClass } from './save-class';
import { classChoice, createClassInput, createSchoolInput, renameSchoolInput, saveClassInput, schoolChoice } from './schema';

const reads = staffProcedure('families.read');
const writes = staffProcedure('families.write');

export const schoolsStaff = router({
  list: reads.query(({ ctx }) => listSchools(ctx.db)),
  create: writes.input(createSchoolInput).mutation(({ ctx, input }) => createSchool(ctx, input)),
  rename: writes.input(renameSchoolInput).mutation(({ ctx, input }) => renameSchool(ctx, input)),
  archive: writes.input(schoolChoice).mutation(({ ctx, input }) => archiveSchool(ctx, input.schoolId)),
  restore: writes.input(schoolChoice).mutation(({ ctx, input }) => restoreSchool(ctx, input.schoolId)),
  createClass: writes.input(createClassInput).mutation(({ ctx, input }) => createClass(ctx, input)),
  saveClass: writes.input(saveClassInput).mutation(({ ctx, input }) => saveClass(ctx, input)),
  archiveClass: writes.input(classChoice).mutation(({ ctx, input }) => archiveClass(ctx, input.classId)),
  restoreClass: writes.input(classChoice).mutation(({ ctx, input }) => restoreClass(ctx, input.classId)),
});
