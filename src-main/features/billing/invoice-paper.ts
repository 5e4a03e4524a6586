import { formatDate } from '../../kernel/french-dates';
import { amount, escaped, typed } from '../papers/html';
import { qrCode } from '../papers/qr-code';
import { addressBlock, factsTable, mentionOf, sheetsHtml, townBlock } from '../papers/sheet';
import type { Look, Sheet } from '../papers/sheet';
import { invoiceDetails, invoiceTable } from './invoice-table';
import type { InvoicePaper } from './paper-schema';

/** An invoice or a credit note as a page of HTML: preview, print and portal all show this. Pure. */
export const invoiceHtml = (paper: InvoicePaper, look: Look): string => sheetsHtml([invoiceSheet(paper, look)], look.logoDataUrl);

/** Many invoices one behind the other, for a print that is split by page afterwards. */
export const invoicesHtml = (papers: readonly InvoicePaper[], look: Look): string =>
  sheetsHtml(papers.map((paper) => invoiceSheet(paper, look)), look.logoDataUrl);

function invoiceSheet(paper: InvoicePaper, look: Look): Sheet {
  const noun = paper.kind === 'creditNote' ? 'Avoir' : 'Facture';
  return {
    title: `${noun} ${paper.label} – ${paper.town.name}`,
    label: paper.label,
    mention: mentionOf(paper.town),
    body: [
      `<div class="fold"></div><header class="head">${townBlock(paper.town, look)}${title(paper, noun)}${look.copy ? '<p class="copy">COPIE</p>' : ''}${facts(paper)}${addressBlock(paper.payer)}</header>`,
      lead(paper), cancelled(paper), typed(paper.texts.header, 'intro'), invoiceTable(paper), sums(paper), foot(paper),
      typed(paper.texts.footer, 'closing'), look.details ? invoiceDetails(paper) : '',
    ].join('\n'),
  };
}

function title({ label, issuedOn, period, cancels }: InvoicePaper, noun: string): string {
  const about = cancels ? `Annule la facture ${whole(cancels.label)} du ${formatDate(cancels.issuedOn)}` : `Période : ${escaped(period.label)}`;
  return `<div class="title"><h1>${noun}</h1><p class="number">N°\u00a0${escaped(label)}</p><p class="about">${about}<br>Émis${noun === 'Avoir' ? '' : 'e'} le ${formatDate(issuedOn)}</p></div>`;
}

const facts = ({ family, children, texts, kind }: InvoicePaper): string => factsTable([
  ['Famille', family.name],
  [children.length > 1 ? 'Enfants' : 'Enfant', children.map(({ name }) => name).join(', ')],
  ['Dossier', String(family.id)],
  [kind === 'creditNote' ? 'Émis par' : 'Émise par', [texts.issuerName, texts.issuerQuality].map((text) => text.trim()).filter(Boolean).join(', ')],
]);

/** What the reader looks for first: how much, by when. */
function lead({ kind, totalCents, dueOn, period }: InvoicePaper): string {
  if (kind === 'creditNote') return leadLine('En votre faveur', `Déduit de votre compte famille – ${period.label}`, -totalCents);
  if (totalCents < 0) return leadLine('En votre faveur', 'Déduit de votre prochaine facture : vous n’avez rien à payer.', -totalCents);
  if (totalCents === 0) return leadLine('Rien à payer', `Pour ${period.label}`, 0);
  return leadLine('À payer', dueOn ? `au plus tard le ${formatDate(dueOn)}` : 'dès réception', totalCents);
}

const leadLine = (what: string, when: string, sum: number): string =>
  `<div class="lead"><p class="what">${what}<span class="when">${escaped(when)}</span></p><p class="sum">${amount(sum)}</p></div>`;

function cancelled({ cancels }: InvoicePaper): string {
  if (!cancels) return '';
  return `<p class="intro">Cet avoir annule en entier la facture ${whole(cancels.label)} du ${formatDate(cancels.issuedOn)}.${cancels.reason ? ` Motif : ${escaped(sentence(cancels.reason))}` : ''}</p>`;
}

/** A number on one line: where it broke, the check of each file's text would not know it. */
const whole = (label: string): string => `<span class="whole">${escaped(label)}</span>`;
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function sums({ billCents, share, totalCents, kind }: InvoicePaper): string {
  const name = kind === 'creditNote' ? 'Total de l’avoir' : totalCents > 0 ? 'Total à payer' : 'Total';
  const whole = share ? `<tr><th scope="row">Total pour la famille</th><td>${amount(billCents)}</td></tr>` : '';
  const own = share ? `<span class="note">Votre part : ${escaped(share.label)}</span>` : '';
  return `<table class="sums">${whole}<tr class="total"><th scope="row">${name}${own}</th><td>${amount(totalCents)}</td></tr></table>`;
}

function foot({ texts, kind, totalCents, portalUrl }: InvoicePaper): string {
  const asks = kind === 'invoice' && totalCents > 0;
  const parts = [['Comment payer', asks ? texts.payment : ''], ['Voies de recours', texts.recourse]] as const;
  const words = parts.filter(([, text]) => text.trim()).map(([name, text]) => `<h2>${name}</h2>${typed(text, 'text')}`).join('');
  const scan = portalUrl ? `<div class="scan">${qrCode(portalUrl, 'QR code : ce document sur le portail parents')}Ce document sur le portail parents</div>` : '';
  return `<section class="foot"><div class="texts">${words}</div>${scan}</section>`;
}
