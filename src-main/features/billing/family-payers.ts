import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const payersOf = (_db: Database, _familyId: number): Promise<s.FamilyPayers> => wait();
export const saveShares = (_context: Context, _input: z.output<typeof s.sharesInput>): Promise<s.FamilyPayers> => wait();
export const saveByPost = (_context: Context, _input: z.output<typeof s.byPostInput>): Promise<s.FamilyPayers> => wait();
