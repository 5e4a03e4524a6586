import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';

/** A5 on its side, in points: what a school puts up on its door. */
const SHEET = [595, 420] as const;
const INK = rgb(0.11, 0.14, 0.2);
const GREEN = rgb(0.12, 0.44, 0.36);

/** The letters that a standard font has. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ').replace(/’/g, '\'').replace(/…/g, '...');

interface Writer { readonly page: PDFPage; readonly text: PDFFont; readonly bold: PDFFont }

/** A small real PDF of the town, the same on every run. */
async function sheet(title: string, town: string, write: (on: Writer) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(plain(title));
  const page = pdf.addPage([...SHEET]);
  const on = { page, text: await pdf.embedFont(StandardFonts.Helvetica), bold: await pdf.embedFont(StandardFonts.HelveticaBold) };
  page.drawRectangle({ x: 0, y: SHEET[1] - 64, width: SHEET[0], height: 64, color: GREEN });
  page.drawText(plain(title), { x: 28, y: SHEET[1] - 34, size: 19, font: on.bold, color: rgb(1, 1, 1) });
  page.drawText(plain(town), { x: 28, y: SHEET[1] - 53, size: 10, font: on.text, color: rgb(1, 1, 1) });
  write(on);
  return pdf.save();
}

const DISHES = [
  ['Carottes râpées', 'Rôti de dinde, petits pois', 'Yaourt de la ferme'], ['Velouté de potiron', 'Gratin de pâtes aux légumes', 'Pomme de Plouha'],
  ['Salade de betteraves', 'Filet de lieu, riz', 'Crème à la vanille'], ['Céleri rémoulade', 'Lentilles et saucisses (ou œufs)', 'Clémentines'],
] as const;

/** The menus of a week of the canteen. */
export const menuPdf = (title: string, days: readonly string[], town: string): Promise<Uint8Array> => sheet(title, town, ({ page, text, bold }) => {
  days.forEach((day, index) => {
    const x = 28 + index * 137;
    page.drawText(plain(day), { x, y: 310, size: 13, font: bold, color: GREEN });
    DISHES[index % DISHES.length]!.forEach((dish, line) => page.drawText(plain(dish), { x, y: 280 - line * 46, size: 11, lineHeight: 14, maxWidth: 122, font: text, color: INK }));
  });
  page.drawText(plain('Le pain est bio. Les repas sans viande sont servis sur inscription.'), { x: 28, y: 40, size: 10, font: text, color: INK });
});

/** A page of text: rules, a certificate. */
export const textPdf = (title: string, lines: readonly string[], town: string): Promise<Uint8Array> => sheet(title, town, ({ page, text }) => {
  lines.forEach((line, index) => page.drawText(plain(line), { x: 28, y: 320 - index * 34, size: 12, lineHeight: 15, maxWidth: SHEET[0] - 56, font: text, color: INK }));
});
