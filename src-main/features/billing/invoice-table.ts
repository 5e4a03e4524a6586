import { formatDay } from '../../kernel/french-dates';
import { countedUnits } from '../../kernel/text';
import { amount, escaped } from '../papers/html';
import type { InvoicePaper, PaperRow } from './paper-schema';

/** The table of an invoice: by child and service; what is no unit stands on lines of its own; columns add up. */
export function invoiceTable({ children, rows }: InvoicePaper): string {
  const groups = children.length + (rows.length > 0 ? 1 : 0);
  const parts = children.map((child) => group(child.name, child.place, child.rows, groups > 1 ? { name: `Total ${child.name}`, cents: child.totalCents } : null));
  const own = rows.length === 0 ? '' : group(children.length === 0 ? 'Famille' : 'Pour toute la famille', '', rows, null);
  return `<table class="rows"><thead><tr><th scope="col">Prestation</th><th scope="col" class="n">Quantité</th><th scope="col" class="n">Prix unitaire</th><th scope="col" class="n">Montant</th></tr></thead>${parts.join('')}${own}</table>`;
}

function group(name: string, place: string, rows: readonly PaperRow[], total: { readonly name: string; readonly cents: number } | null): string {
  const head = `<tr class="group"><th scope="rowgroup" colspan="4">${escaped(name)}${place ? ` <span>${escaped(place)}</span>` : ''}</th></tr>`;
  const sum = total ? `<tr class="sub"><th scope="row" colspan="3" class="n">${escaped(total.name)}</th><td class="n">${amount(total.cents)}</td></tr>` : '';
  return `<tbody>${head}${rows.map(line).join('')}${sum}</tbody>`;
}

function line({ label, unit, quantity, unitPriceCents, totalCents, kind, correctionOf }: PaperRow): string {
  const note = correctionOf ? `<span class="note">${escaped(correctionOf)}</span>` : '';
  const counts = kind === 'unit' && unit !== '';
  const count = counts ? quantityOf(quantity, unit) : '';
  const each = !counts ? '' : unitPriceCents === null ? 'non fixé' : amount(unitPriceCents);
  return `<tr><th scope="row">${escaped(label)}${note}</th><td class="n">${escaped(count)}</td><td class="n">${each}</td><td class="n">${amount(totalCents)}</td></tr>`;
}

const quantityOf = (quantity: number, unit: string): string => countedUnits(quantity, unit).replace(/^-/, '−');

/** Pages on request: each day behind the table, with the sentences that explain its price. */
export function invoiceDetails({ label, children, rows }: InvoicePaper): string {
  const parts = [...children.map((child) => ({ name: child.name, rows: child.rows })), { name: 'Pour toute la famille', rows }];
  const bodies = parts.flatMap((part) => part.rows.filter(({ details }) => details.length > 0).map((row) => dayLines(part.name, row)));
  if (bodies.length === 0) return '';
  return `<section class="details"><h2>Le calcul, jour par jour</h2><p class="muted">Annexe à ${escaped(label)}</p>
<table class="rows"><thead><tr><th scope="col">Jour</th><th scope="col" class="n">Quantité</th><th scope="col" class="n">Montant</th><th scope="col" class="why">Explication</th></tr></thead>${bodies.join('')}</table></section>`;
}

function dayLines(name: string, { label, unit, kind, correctionOf, details }: PaperRow): string {
  const title = [label, correctionOf].filter(Boolean).join(', ');
  const lines = details.map(({ day, quantity, totalCents, sentences }) => {
    const count = kind === 'unit' && unit !== '' ? quantityOf(quantity, unit) : '';
    return `<tr><th scope="row">${formatDay(day)}</th><td class="n">${escaped(count)}</td><td class="n">${amount(totalCents)}</td><td class="why">${sentences.map(escaped).join(' ')}</td></tr>`;
  });
  return `<tbody><tr class="group"><th scope="rowgroup" colspan="4">${escaped(name)} <span>${escaped(title)}</span></th></tr>${lines.join('')}</tbody>`;
}
