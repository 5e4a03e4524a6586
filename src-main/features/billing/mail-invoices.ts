import { formatDate } from '../../kernel/french-dates';
import type { Services } from '../../platform/procedures/services';
import { mailLayout } from '../mail/mail-layout';
import type { MailPart } from '../mail/mail-layout';
import { queueMail } from '../mail/queue-mail';
import { amount } from '../papers/html';
import { portalAddressOf } from '../town/portal-settings';
import type { InvoiceToPrint } from './invoices-to-print';
import type { InvoicePaper } from './paper-schema';

interface Receiver {
  readonly invoiceId: number;
  readonly familyId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
}

/**
 * Queues one mail an invoice to the payers who take mail: those with an address whose family does not
 * want the post. Never a second one for the same invoice. Called in the transaction that keeps the paper.
 */
export async function queueInvoiceMails(services: Pick<Services, 'db' | 'clock' | 'publicUrl'>, invoices: readonly InvoiceToPrint[]): Promise<void> {
  const receivers = await services.db.select<Receiver>(
    `SELECT invoice.id AS invoiceId, invoice.family_id AS familyId, payer.id AS personId, trim(payer.first_name || ' ' || upper(payer.last_name)) AS name, payer.email
     FROM invoices invoice JOIN persons payer ON payer.id = invoice.payer_id
     WHERE invoice.id IN (SELECT value FROM json_each($ids)) AND invoice.by_post = 0 AND payer.email <> '' ORDER BY invoice.id`,
    { ids: JSON.stringify(invoices.map(({ id }) => id)) },
  );
  const papers = new Map(invoices.map(({ id, paper }) => [id, paper]));
  const portalUrl = await portalAddressOf(services);
  for (const { invoiceId, familyId, personId, name, email } of receivers) {
    await queueMail(services, {
      kind: 'billing.invoice', to: { name, email }, familyId, personId, dedupeKey: `invoice-${String(invoiceId)}`,
      ...invoiceMail(papers.get(invoiceId)!, portalUrl),
    });
  }
}

/**
 * Subject and words: what for, how much, until when, where to see it. The paper's own address is not used: it has no
 * town's path, so that what is printed outlives a path that changes.
 */
export function invoiceMail(paper: InvoicePaper, portalUrl: string): { readonly subject: string; readonly text: string; readonly html: string } {
  const { kind, town, period, label, totalCents } = paper;
  const title = titleOf(paper);
  const url = `${portalUrl}/factures/${label}`;
  const facts: (readonly [string, string])[] = [
    [kind === 'creditNote' ? 'Avoir n°' : 'Facture n°', label],
    ['Période', period.label],
    [totalCents > 0 ? 'À payer' : 'En votre faveur', amount(Math.abs(totalCents))],
    ...(totalCents > 0 && paper.dueOn ? [['Au plus tard le', formatDate(paper.dueOn)] as const] : []),
  ];
  const body: MailPart[] = [openingOf(paper), { facts }, { button: { label: kind === 'creditNote' ? 'Voir l’avoir' : 'Voir la facture', url } }, ...closingOf(paper)];
  return { subject: title, ...mailLayout({ town, title, body }) };
}

function titleOf({ kind, cancels, period }: InvoicePaper): string {
  if (cancels) return `Votre avoir sur la facture ${cancels.label}`;
  return `${kind === 'creditNote' ? 'Votre avoir' : 'Votre facture'} ${/^[aeiouéè]/i.test(period.label) ? 'd’' : 'de '}${period.label}`;
}

function openingOf({ kind, cancels, period, family }: InvoicePaper): string {
  if (cancels) return `La facture ${cancels.label} du ${formatDate(cancels.issuedOn)} est annulée par un avoir (famille ${family.name}).`;
  if (kind === 'creditNote') return `Un avoir est établi pour la famille ${family.name}, pour ${period.label}.`;
  return `La facture de la famille ${family.name} pour ${period.label} est disponible sur le portail parents.`;
}

function closingOf({ totalCents, texts }: InvoicePaper): string[] {
  if (totalCents > 0) return texts.payment.trim() ? [`Comment payer : ${texts.payment.trim()}`] : [];
  return totalCents === 0 ? ['Vous n’avez rien à payer.'] : ['Vous n’avez rien à payer : cette somme est déduite de votre compte famille.'];
}
