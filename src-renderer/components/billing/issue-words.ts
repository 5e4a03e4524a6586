import type { RunOverview, RunPreview } from '../../../src-main/features/billing/schema';
import { formatDate } from '../../../src-main/kernel/french-dates';
import { counted } from '../../../src-main/kernel/text';
import { euros } from './billing-words';

/** What issuing will do, one sentence each, before it is done. `sums` null: they could not be read. */
export function issueConsequences(run: Pick<RunOverview, 'families' | 'issuedOn' | 'dueOn'>, sums: Pick<RunPreview['totals'], 'toInvoice' | 'totalCents'> | null): string[] {
  const count = sums?.toInvoice ?? run.families.waiting;
  return [
    `${counted(count, 'famille reçoit sa facture', 'familles reçoivent leur facture')}${sums ? `, pour ${euros(sums.totalCents)} en tout` : ''}.`,
    'Les numéros se suivent sans trou. Rien de ce qui est émis ne peut plus être changé : une erreur se corrige par un avoir ou une régularisation.',
    `Les factures sont datées du ${formatDate(run.issuedOn)}, à payer au plus tard le ${formatDate(run.dueOn)}.`,
    'Une sauvegarde est faite d’abord. Les PDF et les mails suivent d’eux-mêmes.',
    ...(run.families.held > 0 ? [`${counted(run.families.held, 'famille gardée pour plus tard n’est pas facturée', 'familles gardées pour plus tard ne sont pas facturées')}.`] : []),
  ];
}
