import { router, staffProcedure } from '../../platform/procedures/procedures';
import { abandonRun } from './abandon-run';
import { cancelInvoice, cancelPreview } from './cancel-invoice';
import { checkAccounts } from './check-billing';
import { correctionPreview, correctNow } from './correct-now';
import { familyPreview } from './family-preview';
import { payersOf, saveByPost, saveShares } from './family-payers';
import { holdFamily, releaseFamily } from './hold-family';
import { beginIssuing, resumeRun, stopRun } from './issue-run';
import { listInvoices } from './list-invoices';
import { periodChoices } from './periods';
import { readInvoice } from './read-invoice';
import { runAnomalies } from './run-anomalies';
import { currentRun, listRuns, runOverview } from './run-overview';
import { outlierChart, runPreview } from './run-preview';
import {
  billingSettingsInput, byPostInput, cancelInvoiceInput, correctInput, familyOfPayers, holdInput, invoiceChoice, invoiceListRequest, newRulesInput,
  previewRequest, runAction, runChoice, runFamily, sharesInput, startRunInput,
} from './schema';
import { readSettings, saveSettings } from './settings';
import { startRun, takeNewRules } from './start-run';

const reading = staffProcedure('billing.read');
const writing = staffProcedure('billing.write');

export const billingStaff = router({
  periods: reading.query(({ ctx }) => periodChoices(ctx)),
  runs: reading.query(({ ctx }) => listRuns(ctx.db)),
  /** The month end at work; null when none is. */
  current: reading.query(({ ctx }) => currentRun(ctx)),
  startRun: writing.input(startRunInput).mutation(({ ctx, input }) => startRun(ctx, input)),
  overview: reading.input(runChoice).query(({ ctx, input }) => runOverview(ctx, input.runId)),
  anomalies: reading.input(runChoice).query(({ ctx, input }) => runAnomalies(ctx, input.runId)),
  preview: reading.input(previewRequest).query(({ ctx, input }) => runPreview(ctx, input)),
  outliers: reading.input(runChoice).query(({ ctx, input }) => outlierChart(ctx, input.runId)),
  familyPreview: reading.input(runFamily).query(({ ctx, input }) => familyPreview(ctx, input)),
  hold: writing.input(holdInput).mutation(({ ctx, input }) => holdFamily(ctx, input)),
  release: writing.input(runFamily).mutation(({ ctx, input }) => releaseFamily(ctx, input)),
  takeNewRules: writing.input(newRulesInput).mutation(({ ctx, input }) => takeNewRules(ctx, input)),
  /** Begins to issue and answers at once; `overview` tells how far it is. */
  issue: writing.input(runAction).mutation(({ ctx, input }) => beginIssuing(ctx, input)),
  resume: writing.input(runAction).mutation(({ ctx, input }) => resumeRun(ctx, input)),
  stop: writing.input(runChoice).mutation(({ ctx, input }) => stopRun(ctx, input.runId)),
  abandon: writing.input(runAction).mutation(({ ctx, input }) => abandonRun(ctx, input)),

  invoices: reading.input(invoiceListRequest).query(({ ctx, input }) => listInvoices(ctx, input)),
  invoice: reading.input(invoiceChoice).query(({ ctx, input }) => readInvoice(ctx, input.invoiceId)),
  cancelPreview: reading.input(invoiceChoice).query(({ ctx, input }) => cancelPreview(ctx, input.invoiceId)),
  cancelInvoice: writing.input(cancelInvoiceInput).mutation(({ ctx, input }) => cancelInvoice(ctx, input)),
  correctionPreview: reading.input(correctInput).query(({ ctx, input }) => correctionPreview(ctx, input.familyId)),
  correctNow: writing.input(correctInput).mutation(({ ctx, input }) => correctNow(ctx, input.familyId)),

  settings: reading.query(({ ctx }) => readSettings(ctx.db)),
  saveSettings: writing.input(billingSettingsInput).mutation(({ ctx, input }) => saveSettings(ctx, input)),
  payers: reading.input(familyOfPayers).query(({ ctx, input }) => payersOf(ctx.db, input.familyId)),
  saveShares: writing.input(sharesInput).mutation(({ ctx, input }) => saveShares(ctx, input)),
  saveByPost: writing.input(byPostInput).mutation(({ ctx, input }) => saveByPost(ctx, input)),
  /** "Vérifier les comptes" */
  check: reading.query(({ ctx }) => checkAccounts(ctx.db)),
});
