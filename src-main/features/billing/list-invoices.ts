import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const listInvoices = (_context: Context, _request: z.output<typeof s.invoiceListRequest>): Promise<s.InvoiceList> => wait();
