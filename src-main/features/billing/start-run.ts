import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const startRun = (_context: Context, _input: z.output<typeof s.startRunInput>): Promise<s.StartedRun> => wait();
export const takeNewRules = (_context: Context, _input: z.output<typeof s.newRulesInput>): Promise<s.RunOverview> => wait();
