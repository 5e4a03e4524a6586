import { refsOf, UnreadablePdf } from './raw-pdf';
import type { RawPdf } from './raw-pdf';

/** What a file that was split off says about itself. */
export interface PartTitle {
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** Never followed from a page: they would lead to the pages of others. */
const OTHERS = /\/Type \/(Page|Pages|Catalog|StructTreeRoot|StructElem)\b/;

/**
 * Takes one page out of a PDF printed by Chromium as a file of its own, with its fonts, its pictures
 * and its part of the tagged structure, so that it reads aloud as well as when printed alone. Objects
 * keep their numbers and bytes. Throws UnreadablePdf when the print is not laid out as expected.
 */
export function takePage(pdf: RawPdf, index: number, { title, madeAt }: PartTitle): Uint8Array {
  const page = pdf.pages()[index];
  if (page === undefined) throw new UnreadablePdf('no such page');
  const catalog = pdf.object(pdf.rootNumber).text;
  const pages = pdf.refOf(pdf.rootNumber, 'Pages');
  const structure = /\/StructTreeRoot \d/.test(catalog) ? structureOf(pdf, page) : null;
  const file = new Writer();
  file.add(pdf.rootNumber, `<</Type /Catalog\n/Pages ${ref(pages)}\n${structure ? `/MarkInfo <</Marked true>>\n/StructTreeRoot ${ref(structure.root)}\n` : ''}/ViewerPreferences <</DisplayDocTitle true>>\n/Lang (fr)>>`);
  file.add(pages, `<</Type /Pages\n/Kids [${ref(page)}]\n/Count 1>>`);
  const pageText = pdf.object(page).text;
  for (const number of closureOf(pdf, pageText)) file.copy(number, pdf.object(number).bytes);
  file.copy(page, Buffer.from(pageText.replace(/\/Parent \d+ 0 R/, `/Parent ${ref(pages)}`), 'latin1'));
  structure?.objects.forEach((text, number) => file.copy(number, Buffer.from(text, 'latin1')));
  return file.finish(pdf.rootNumber, infoOf(title, madeAt));
}

/** What a page stands on: fonts, pictures, its content. */
function closureOf(pdf: RawPdf, pageText: string): Set<number> {
  const seen = new Set<number>();
  const waiting = refsOf(pageText.replace(/\/Parent \d+ 0 R/, ''));
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) continue;
    const { text } = pdf.object(number);
    if (OTHERS.test(text)) continue;
    seen.add(number);
    waiting.push(...refsOf(text));
  }
  return seen;
}

interface Structure {
  readonly root: number;
  readonly objects: ReadonlyMap<number, string>;
}

/** The part of the structure that describes a page: its article, and which element each mark belongs to. */
function structureOf(pdf: RawPdf, page: number): Structure {
  const root = pdf.refOf(pdf.rootNumber, 'StructTreeRoot');
  const document = pdf.refOf(root, 'K');
  const key = /\/StructParents (\d+)/.exec(pdf.object(page).text)?.[1];
  const marks = key === undefined ? undefined : marksOf(pdf, root, Number(key));
  if (key === undefined || marks === undefined) throw new UnreadablePdf('a page without its marks');
  const objects = subtree(pdf, articleOf(pdf, marks, document), page);
  const tree = pdf.refOf(root, 'ParentTree');
  const documentText = pdf.object(document).text;
  const article = [...objects.keys()][0]!;
  objects.set(root, object(root, `<</Type /StructTreeRoot\n/K ${ref(document)}\n/ParentTree ${ref(tree)}\n/ParentTreeNextKey ${String(Number(key) + 1)}>>`));
  objects.set(document, object(document, documentText.slice(documentText.indexOf('<<'), documentText.lastIndexOf('>>') + 2).replace(KIDS, `/K ${ref(article)}`)));
  objects.set(tree, object(tree, `<</Nums [${key} ${ref(marks)}]>>`));
  // A neighbour's first line may leave an empty mark at the edge of the page: it describes nothing here.
  const owners = pdf.object(marks).text.replace(/\d+ 0 R/g, (owner) => (objects.has(Number.parseInt(owner, 10)) ? owner : 'null'));
  return { root, objects: objects.set(marks, owners) };
}

/** The list of elements of a page's marks, in the tree of all pages. */
function marksOf(pdf: RawPdf, root: number, key: number): number | undefined {
  const listsIn = (number: number): Map<number, number> => {
    const { text } = pdf.object(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text);
    if (kids) return new Map(refsOf(kids[1]!).flatMap((kid) => [...listsIn(kid)]));
    return new Map([...text.matchAll(/(\d+) (\d+) 0 R/g)].map((match) => [Number(match[1]), Number(match[2])]));
  };
  return listsIn(pdf.refOf(root, 'ParentTree')).get(key);
}

/** The child of the document that most of the page's marks belong to. */
function articleOf(pdf: RawPdf, marks: number, document: number): number {
  const known = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const owner of refsOf(pdf.object(marks).text)) {
    const article = childOf(pdf, owner, document, known);
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  if (!most) throw new UnreadablePdf('a page without marks');
  return most[0];
}

/** The child of the document above an element. */
function childOf(pdf: RawPdf, element: number, document: number, known: Map<number, number>): number {
  const path: number[] = [];
  let number = element;
  for (let parent = pdf.refOf(number, 'P'); parent !== document && !known.has(number); parent = pdf.refOf(number, 'P')) {
    path.push(number);
    if (path.length > 50) throw new UnreadablePdf('an element outside of the document');
    number = parent;
  }
  const child = known.get(number) ?? number;
  for (const passed of path) known.set(passed, child);
  return child;
}

const KIDS = /\/K (\[[^\]]*\]|\d+ 0 R|\d+)/;
const KID = /<<\/Type \/MCR\s*\/Pg (\d+) 0 R\s*\/MCID (\d+)>>|(\d+) 0 R|(\d+)/g;

/** An element with all below it, the element itself first; of their marks those on this page. */
function subtree(pdf: RawPdf, top: number, page: number): Map<number, string> {
  const objects = new Map<number, string>();
  const waiting = [top];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const text = onPage(pdf.object(number).text, page);
    objects.set(number, text);
    waiting.push(...refsOf((KIDS.exec(text)?.[1] ?? '').replace(/<<[^>]*>>/g, '')));
  }
  return objects;
}

/** An element without its marks on other pages; as it is when it has none. */
function onPage(text: string, page: number): string {
  const pages = [...text.matchAll(/\/Pg (\d+) 0 R/g)].map((match) => Number(match[1]));
  if (pages.every((found) => found === page)) return text;
  const own = Number(/\/Pg (\d+) 0 R/.exec(text.replace(KIDS, ''))?.[1]);
  const kids = [...(KIDS.exec(text)?.[1] ?? '').matchAll(KID)].flatMap(([kid, on, mark, element]) => {
    if (on !== undefined) return Number(on) === page ? [mark!] : [];
    return element !== undefined || own === page ? [kid] : [];
  });
  return text.replace(KIDS, `/K [${kids.join(' ')}]`).replace(/\/Pg \d+ 0 R/, `/Pg ${ref(page)}`);
}

const ref = (number: number): string => `${String(number)} 0 R`;
const object = (number: number, body: string): string => `${String(number)} 0 obj\n${body}\nendobj\n`;

function infoOf(title: string, madeAt: string): string {
  const hex = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex');
  return `<</Title <${hex}>\n/Producer (Preau)\n/CreationDate (D:${madeAt.replace(/\D/g, '').slice(0, 14)}Z)>>`;
}

/** Writes objects one behind the other, then where each of them lies. */
class Writer {
  private readonly pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')];
  private readonly offsets = new Map<number, number>();
  private length = this.pieces[0]!.length;

  add(number: number, body: string): void {
    this.copy(number, Buffer.from(object(number, body), 'latin1'));
  }

  copy(number: number, bytes: Uint8Array): void {
    this.offsets.set(number, this.length);
    this.pieces.push(bytes);
    this.length += bytes.length;
  }

  finish(root: number, info: string): Uint8Array {
    const infoNumber = Math.max(...this.offsets.keys()) + 1;
    this.add(infoNumber, info);
    const table = this.length;
    const trailer = `trailer\n<</Size ${String(infoNumber + 1)}\n/Root ${ref(root)}\n/Info ${ref(infoNumber)}>>\nstartxref\n${String(table)}\n%%EOF\n`;
    this.pieces.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${this.sections()}${trailer}`, 'latin1'));
    return new Uint8Array(Buffer.concat(this.pieces));
  }

  /** Runs of neighbouring numbers, each with its first one and how many. */
  private sections(): string {
    const numbers = [...this.offsets.keys()].sort((one, other) => one - other);
    let text = '';
    for (let start = 0; start < numbers.length;) {
      let end = start + 1;
      while (numbers[end] === numbers[end - 1]! + 1) end += 1;
      text += `${String(numbers[start])} ${String(end - start)}\n`;
      for (const number of numbers.slice(start, end)) text += `${String(this.offsets.get(number)).padStart(10, '0')} 00000 n \n`;
      start = end;
    }
    return text;
  }
}
