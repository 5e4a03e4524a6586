import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import type { z } from 'zod';
import type * as s from './schema';

const wait = <T>(): Promise<T> => Promise.reject(new AppError('billing.notReady'));
export const invoicesOfParent = (_context: Context, _personId: number): Promise<s.ParentInvoices> => wait();
export const invoiceOfParent = (_context: Context, _personId: number, _label: string): Promise<s.ParentInvoice> => wait();
