import { AppError } from '../../kernel/errors';
import { searchable } from '../../kernel/text';

interface Named {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
}

/** Refuses a name that another one bears, whatever its accents and capitals; throws AppError `code` or `codeArchived` at `name`. */
export function refuseTakenName(code: string, name: string, others: readonly Named[], ownId?: number): void {
  const taken = others.find((other) => other.id !== ownId && searchable(other.name) === searchable(name));
  if (taken) throw new AppError(taken.archived ? `${code}Archived` : code, { name: taken.name }, 'conflict', 'name');
}
