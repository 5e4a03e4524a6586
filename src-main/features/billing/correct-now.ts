import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const correctionPreview = (_context: Context, _familyId: number): Promise<s.CorrectionPreview> => wait();
export const correctNow = (_context: Context, _familyId: number): Promise<s.Corrected> => wait();
