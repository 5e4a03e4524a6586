import { formatDate } from '../../kernel/french-dates';
import type { LocalDate } from '../../kernel/local-date';
import { amount, escaped } from '../papers/html';
import { addressBlock, factsTable, mentionOf, sheetsHtml, townBlock } from '../papers/sheet';
import type { Look } from '../papers/sheet';
import type { ReceiptPaper } from './receipt-schema';

/** A payment that was undone since: printed on its receipt from then on. */
export interface Undone {
  readonly onDay: LocalDate;
  readonly reason: string;
}

/** The receipt of a payment as a page of HTML. Pure. */
export function receiptHtml(paper: ReceiptPaper, look: Look, undone: Undone | null = null): string {
  const body = [
    `<div class="fold"></div><header class="head">${townBlock(paper.town, look)}${title(paper)}${look.copy ? '<p class="copy">COPIE</p>' : ''}${facts(paper)}${addressBlock(paper.payer)}</header>`,
    undone ? `<p class="stamp">Annulé le ${formatDate(undone.onDay)}${undone.reason ? ` : ${escaped(undone.reason)}` : ''}</p>` : '',
    `<div class="lead"><p class="what">Reçu de ${escaped(paper.payer.name)}<span class="when">${escaped(paper.meansLabel)}, le ${formatDate(paper.receivedOn)}</span></p><p class="sum">${amount(paper.cents)}</p></div>`,
    settles(paper), afterwards(paper),
  ];
  return sheetsHtml([{ title: `Reçu ${paper.label} – ${paper.town.name}`, label: paper.label, mention: mentionOf(paper.town), body: body.join('\n') }], look.logoDataUrl);
}

const title = ({ label, recordedOn }: ReceiptPaper): string =>
  `<div class="title"><h1>Reçu</h1><p class="number">N°\u00a0${escaped(label)}</p><p class="about">Établi le ${formatDate(recordedOn)}</p></div>`;

const facts = ({ family, by, issuer }: ReceiptPaper): string => factsTable([
  ['Famille', family.name],
  ['Dossier', String(family.id)],
  ['Enregistré par', by],
  ['Émis par', [issuer.name, issuer.quality].filter(Boolean).join(', ')],
]);

/** What the payment settles, as allocated on that day. */
function settles({ settles: settled, creditCents }: ReceiptPaper): string {
  const rows = settled.map(({ label, dueOn, cents, leftCents }) =>
    `<tr><th scope="row">${escaped(label)}${dueOn ? `<span class="note">à payer au plus tard le ${formatDate(dueOn)}</span>` : ''}</th><td class="n">${leftCents === 0 ? 'soldée' : amount(leftCents)}</td><td class="n">${amount(cents)}</td></tr>`);
  if (creditCents > 0) rows.push(`<tr><th scope="row">Avance gardée sur le compte famille</th><td class="n"></td><td class="n">${amount(creditCents)}</td></tr>`);
  if (rows.length === 0) return '';
  return `<table class="rows"><thead><tr><th scope="col">Ce que règle ce paiement</th><th scope="col" class="n">Reste à payer</th><th scope="col" class="n">Réglé</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function afterwards({ cents, balanceCents }: ReceiptPaper): string {
  const words = balanceCents > 0 ? 'Reste dû par la famille après ce règlement' : balanceCents < 0 ? 'Avance de la famille après ce règlement' : 'Compte de la famille après ce règlement';
  const after = balanceCents === 0 ? 'à jour' : amount(Math.abs(balanceCents));
  return `<table class="sums"><tr class="total"><th scope="row">Total reçu</th><td>${amount(cents)}</td></tr><tr><th scope="row">${words}</th><td>${after}</td></tr></table>`;
}
