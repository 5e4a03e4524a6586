import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const cancelPreview = (_context: Context, _invoiceId: number): Promise<s.CancelPreview> => wait();
export const cancelInvoice = (_context: Context, _input: z.output<typeof s.cancelInvoiceInput>): Promise<s.CancelledInvoice> => wait();
