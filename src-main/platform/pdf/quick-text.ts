import { inflateSync } from 'node:zlib';
import { RawPdf, UnreadablePdf } from './raw-pdf';

/** What stands for each glyph of a font. */
type Letters = ReadonlyMap<number, string>;

/** Fonts read already: files split off one print share theirs, byte by byte. */
export type KnownFonts = Map<string, Letters>;

/**
 * Text of each page of a PDF as Chromium writes it, in the order in which it was set, one run a line.
 * Reads the glyphs of the content through the fonts' own tables, hence what a reader would see and
 * copy. Throws UnreadablePdf for what it does not know.
 */
export function quickText(bytes: Uint8Array, known: KnownFonts = new Map()): string[] {
  const pdf = new RawPdf(bytes);
  return pdf.pages().map((page) => pageText(pdf, page, known));
}

/** A font is chosen, glyphs are shown (one by one or several), a run ends. */
const TOKENS = /\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]*)> Tj|\[((?:<[0-9A-Fa-f]*>|[-\d.\s]+)*)\] TJ|\bET\b/g;

export function pageText(pdf: RawPdf, page: number, known: KnownFonts): string {
  const fonts = fontsOf(pdf, page, known);
  let text = '';
  let letters: Letters | undefined;
  for (const [, font, single, several] of contentOf(pdf, page).matchAll(TOKENS)) {
    if (font !== undefined) letters = fonts.get(font);
    else if (single !== undefined) text += shown(single, letters);
    else if (several !== undefined) for (const [, hex] of several.matchAll(/<([0-9A-Fa-f]*)>/g)) text += shown(hex!, letters);
    else text += '\n';
  }
  return text;
}

function shown(hex: string, letters: Letters | undefined): string {
  if (!letters || hex.length % 4 !== 0) throw new UnreadablePdf('glyphs of an unknown font');
  let text = '';
  for (let at = 0; at < hex.length; at += 4) text += letters.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? '\ufffd';
  return text;
}

function contentOf(pdf: RawPdf, page: number): string {
  const listed = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(pdf.object(page).text);
  const numbers = [...(listed?.[1] ?? listed?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
  return numbers.map((number) => inflated(pdf, number)).join('\n');
}

function inflated(pdf: RawPdf, number: number): string {
  const { text, stream } = pdf.object(number);
  if (!stream) throw new UnreadablePdf('no stream where one is expected');
  try {
    return (/\/Filter \/FlateDecode/.test(text) ? inflateSync(stream) : Buffer.from(stream)).toString('latin1');
  } catch (failure) {
    throw new UnreadablePdf(String(failure));
  }
}

function fontsOf(pdf: RawPdf, page: number, known: KnownFonts): Map<string, Letters> {
  const listed = /\/Font <<([^>]*)>>/.exec(pdf.object(page).text)?.[1] ?? '';
  return new Map([...listed.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, number]) => [name!, lettersOf(pdf, Number(number), known)]));
}

function lettersOf(pdf: RawPdf, font: number, known: KnownFonts): Letters {
  if (!/\/ToUnicode /.test(pdf.object(font).text)) return new Map();
  const table = pdf.object(pdf.refOf(font, 'ToUnicode'));
  const key = Buffer.from(table.bytes).toString('latin1');
  const kept = known.get(key) ?? readLetters(inflated(pdf, table.number));
  known.set(key, kept);
  return kept;
}

/** Glyph by glyph (`bfchar`) or by runs of neighbours (`bfrange`). */
function readLetters(table: string): Letters {
  const letters = new Map<number, string>();
  for (const [, body] of table.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph, text] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) letters.set(Number.parseInt(glyph!, 16), utf16(text!));
  }
  for (const [, body] of table.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from, to, first] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const start = Number.parseInt(from!, 16);
      for (let glyph = start; glyph <= Number.parseInt(to!, 16); glyph += 1) letters.set(glyph, String.fromCodePoint(Number.parseInt(first!, 16) + glyph - start));
    }
  }
  return letters;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
