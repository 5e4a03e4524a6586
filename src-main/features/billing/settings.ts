import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { findTown } from '../town/queries';
import type { BillingSettings, billingSettingsInput } from './schema';

/** What a town starts with. The recourse of two months is that of an administrative act (design: "2 mois"). */
function usualSettings(townName: string): BillingSettings {
  return {
    version: 0,
    header: 'Service des affaires scolaires',
    paymentText: 'Vous pouvez payer en mairie en espèces, par chèque ou par carte, ou par virement. Indiquez le numéro de la facture avec votre paiement.',
    recourseText: 'Vous pouvez contester cette facture dans les deux mois qui suivent sa réception, d’abord par une réclamation écrite adressée à la mairie, puis devant le tribunal administratif.',
    footer: '',
    issuerName: townName,
    issuerQuality: 'Le maire',
    invoiceSeries: 'F', creditSeries: 'A', receiptSeries: 'R',
    dueDays: 30,
  };
}

/** What invoices say besides their lines; the usual words until someone saves others (version 0). */
export function readSettings(db: Database): Promise<BillingSettings> {
  return db.memo('billing.settings', async () => {
    const row = await db.selectOne<BillingSettings>(
      `SELECT header, payment_text AS paymentText, recourse_text AS recourseText, footer, issuer_name AS issuerName, issuer_quality AS issuerQuality,
         invoice_series AS invoiceSeries, credit_series AS creditSeries, receipt_series AS receiptSeries, due_days AS dueDays, version FROM billing_settings`,
    );
    return row ?? usualSettings((await findTown(db))?.name ?? '');
  });
}

/** Saves the texts and series. Issued papers keep theirs. Throws AppError `changedMeanwhile`. */
export function saveSettings(context: Context, input: z.output<typeof billingSettingsInput>): Promise<BillingSettings> {
  return context.db.write(async () => {
    const before = await readSettings(context.db);
    if (before.version !== input.version) throw new AppError('changedMeanwhile', {}, 'conflict');
    await context.db.run(
      `INSERT INTO billing_settings (id, header, payment_text, recourse_text, footer, issuer_name, issuer_quality, invoice_series, credit_series, receipt_series, due_days, version)
       VALUES (1, $header, $paymentText, $recourseText, $footer, $issuerName, $issuerQuality, $invoiceSeries, $creditSeries, $receiptSeries, $dueDays, $version + 1)
       ON CONFLICT (id) DO UPDATE SET header = excluded.header, payment_text = excluded.payment_text, recourse_text = excluded.recourse_text, footer = excluded.footer,
         issuer_name = excluded.issuer_name, issuer_quality = excluded.issuer_quality, invoice_series = excluded.invoice_series, credit_series = excluded.credit_series,
         receipt_series = excluded.receipt_series, due_days = excluded.due_days, version = excluded.version`,
      input,
    );
    const { version: _, ...told } = before;
    const { version: __, ...after } = input;
    await recordDeed(context, { action: 'billing.settings', subject: 'Réglages de la facturation', before: told, after });
    return readSettings(context.db);
  });
}
