import { fontFaces } from './fonts';
import { cssText, escaped } from './html';
import { SHEET_STYLES } from './sheet-styles';

/** Whose paper it is, as frozen in it. */
export interface SheetTown {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
  readonly siret: string;
}

export interface Addressee {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
}

/** How a paper is dressed, besides what it says. */
export interface Look {
  /** The town's logo as a `data:` address. */
  readonly logoDataUrl: string | null;
  /** Marked "COPIE". */
  readonly copy?: boolean;
  /** With the explanation of each day on pages of their own. */
  readonly details?: boolean;
}

/** A paper ready to be set: what is told at the foot of each page, and its content. */
export interface Sheet {
  /** "Facture F-2026-000123", the document's title. */
  readonly title: string;
  /** "F-2026-000123": at the foot of every page. */
  readonly label: string;
  /** Left foot of every page. */
  readonly mention: string;
  readonly body: string;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** One paper, or several one behind the other, as a page of HTML that holds all it needs. */
export function sheetsHtml(sheets: readonly Sheet[], logoDataUrl: string | null): string {
  const alone = sheets.length === 1;
  const said = sheets.map(({ body, label, mention }) => `${body}${label}${mention}`).join('');
  const title = alone ? sheets[0]!.title : 'Documents';
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escaped(title)}</title>
<style>${fontFaces(said)}
${SHEET_STYLES}${logoStyle(logoDataUrl)}
${sheets.map((sheet, index) => feet(sheet, index, alone)).join('\n')}</style></head>
<body>${sheets.map((sheet, index) => `<article class="sheet" style="page:s${String(index)}">${sheet.body}</article>`).join('\n')}</body></html>`;
}

/** The logo stands once in the styles, however many papers show it. */
const logoStyle = (logo: string | null): string =>
  (logo !== null && /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(logo) ? `.logo{content:url("${logo}")}` : '');

/**
 * Foot of the pages. Printed alone, a paper counts its own pages; among others the counters would run
 * through all of them, so there each is held to be one page long (see `print-batch`: those that are
 * not are printed again alone).
 */
function feet({ label, mention }: Sheet, index: number, alone: boolean): string {
  const count = alone ? 'counter(page) "/" counter(pages)' : '"1/1"';
  return `@page s${String(index)}{@bottom-left{content:${cssText(mention)}}@bottom-right{content:${cssText(`${label} · page `)} ${count}}}`;
}

/** The town's block, top left. */
export function townBlock(town: SheetTown, look: Look): string {
  const lines = [...town.address.split('\n'), `${town.postcode} ${town.city}`.trim(), joined(town.phone && `Tél. ${town.phone}`, town.email), town.siret && `SIRET ${spacedSiret(town.siret)}`];
  const logo = look.logoDataUrl === null ? '' : `<img class="logo" alt="Logo de ${escaped(town.name)}">`;
  return `<div class="town">${logo}<p class="name">${escaped(town.name)}</p>${lines.filter(Boolean).map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`;
}

const joined = (...words: readonly string[]): string => words.filter(Boolean).join(' · ');
const spacedSiret = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');

/** Letters of a line of the address, about, and lines that the window shows at full size. */
const LINE = 42;
const LINES = 4;

/** The addressee, in the window of the envelope; a long one is set smaller, never cut. */
export function addressBlock({ name, address, postcode, city }: Addressee): string {
  const lines = [...address.split('\n'), `${postcode} ${city}`].map((line) => line.trim()).filter(Boolean);
  const height = [name, ...lines].reduce((sum, line) => sum + Math.ceil(line.length / LINE), 0);
  return `<address class="address${height > LINES ? ' tight' : ''}"><b>${escaped(name)}</b>${lines.map(escaped).join('<br>')}</address>`;
}

/** Labelled facts, left of the window. */
export function factsTable(facts: readonly (readonly [label: string, value: string])[]): string {
  const rows = facts.filter(([, value]) => value !== '');
  return `<table class="facts">${rows.map(([label, value]) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`;
}

export const mentionOf = (town: SheetTown): string => joined(town.name, town.siret && `SIRET ${spacedSiret(town.siret)}`);
