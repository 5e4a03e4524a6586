import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const beginIssuing = (_context: Context, _input: z.output<typeof s.runAction>): Promise<s.RunOverview> => wait();
export const resumeRun = (_context: Context, _input: z.output<typeof s.runAction>): Promise<s.RunOverview> => wait();
export const stopRun = (_context: Context, _runId: number): Promise<s.RunOverview> => wait();
