import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import { draftBills } from './draft-bills';
import type { BillDraft } from './draft-bills';
import { dueDateOf, minimumOf } from './due-date';
import { invoicedMonths } from './earlier-months';
import { papersToCome } from './family-preview';
import { whyNothing } from './issue-batch';
import { issueBills } from './issue-bills';
import { daysOf, firstDay, monthsOf } from './months';
import type { Month } from './months';
import { payersOfFamilies } from './payers';
import type { FamilyOfPayers } from './payers';
import { openRun } from './run-rows';
import type { Corrected, CorrectionPreview } from './schema';
import { readSettings } from './settings';
import { frameOf } from './sheet-frame';
import type { Frame } from './sheet-frame';
import { euros } from './words';

interface Correction {
  readonly draft: BillDraft;
  readonly family: FamilyOfPayers;
  readonly frame: Frame;
  /** Why nothing can be issued; null: it can. */
  readonly why: string | null;
}

const NOTHING = 'Rien n’a changé depuis les dernières factures.';

/**
 * What changed for a family in the months that were invoiced, by the rules that priced them. The
 * month end at work keeps its own months. Throws AppError `families.unknown`.
 */
async function correctionOf(context: Pick<Context, 'db' | 'clock' | 'publicUrl'>, familyId: number): Promise<Correction> {
  const { db } = context;
  const family = (await payersOfFamilies(db, [familyId])).get(familyId);
  if (!family) throw new AppError('families.unknown', {}, 'notFound');
  const today = await localToday(context);
  const open = await openRun(db);
  const months = await invoicedMonths(db, open ? monthsOf(open.period) : [], today);
  const draft = (await draftBills(db, [familyId], { months: [], earlier: new Map([[familyId, months]]), takesNewRules: false })).get(familyId)!;
  const touched = (Object.keys(draft.stamp) as Month[]).sort();
  const period = touched.length === 0 ? { from: today, to: today } : { from: firstDay(touched[0]!), to: daysOf(touched.at(-1)!).to };
  const rulebook = await rulebookOf(db);
  const { dueDays } = await readSettings(db);
  const why = whyNothing(draft, family, minimumOf(rulebook, period));
  return { draft, family, frame: await frameOf(context, { period, issuedOn: today, dueOn: dueDateOf(rulebook, period, today, dueDays) }), why: why === '' ? NOTHING : why };
}

/** What "Corriger maintenant" would issue. */
export async function correctionPreview(context: Pick<Context, 'db' | 'clock' | 'publicUrl'>, familyId: number): Promise<CorrectionPreview> {
  const { draft, family, frame, why } = await correctionOf(context, familyId);
  const papers = why === null ? await papersToCome(context, frame, draft, family) : [];
  const { totalCents } = draft;
  const sentence = why ?? (totalCents < 0 ? `Un avoir de ${euros(-totalCents)} sera émis.` : `Une facture de ${euros(totalCents)} sera émise.`);
  return { familyId, totalCents, papers, sentence, mayIssue: why === null };
}

/** Issues at once, for one family, what changed since its invoices. Throws AppError `billing.nothingToIssue`. */
export function correctNow(context: Context, familyId: number): Promise<Corrected> {
  return context.db.write(async () => {
    const { draft, family, frame, why } = await correctionOf(context, familyId);
    if (why !== null) throw new AppError('billing.nothingToIssue', { why }, 'conflict');
    const { lines, totalCents, stamp } = draft;
    const issued = await issueBills(context, [{ family, lines, totalCents, stamp, runId: null, period: frame.period }], frame);
    const labels = issued.map(({ label }) => label);
    const rows = await context.db.select<{ id: number; label: string }>('SELECT id, label FROM invoices WHERE label IN (SELECT value FROM json_each($labels))', { labels: JSON.stringify(labels) });
    const sentence = totalCents < 0 ? `Avoir de ${euros(-totalCents)} émis\u00a0: ${labels.join(', ')}.` : `Facture de ${euros(totalCents)} émise\u00a0: ${labels.join(', ')}.`;
    return { invoices: issued.map(({ label, kind, totalCents: cents }) => ({ id: rows.find((row) => row.label === label)!.id, label, kind, totalCents: cents })), sentence };
  });
}
