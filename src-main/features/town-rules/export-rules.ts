import { AppError } from '../../kernel/errors';
import { slugOf } from '../../kernel/slug';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { rulebookOf } from './rulebook-of';
import type { RulesFile } from './schema';

/** The whole rulebook as a file, every version that is past, in force or to come. Throws AppError `rules.nothingToExport`. */
export async function exportRules(context: Pick<Context, 'db' | 'clock'>): Promise<RulesFile> {
  const rulebook = await rulebookOf(context.db);
  if (rulebook.versions.length === 0) throw new AppError('rules.nothingToExport');
  return { name: `reglement-${slugOf(rulebook.town.name)}-${await localToday(context)}.json`, text: `${JSON.stringify(rulebook, null, 2)}\n` };
}
