/** A PDF that is not laid out as Chromium writes it: nothing is guessed about it. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

/** An object of a PDF: its dictionary or array as text (one letter a byte), and where its stream lies. */
export interface RawObject {
  readonly number: number;
  /** All of it, from "12 0 obj" to "endobj". */
  readonly bytes: Uint8Array;
  /** What stands before the stream, or all. */
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/**
 * The objects of a PDF as Chromium writes them: a plain cross-reference table, generation 0, whole
 * objects one behind the other. A library reads more kinds of PDF, at twenty times the cost; this one
 * has to keep pace with the printer. Throws UnreadablePdf for any other kind.
 */
export class RawPdf {
  private readonly buffer: Buffer;
  private readonly ranges = new Map<number, readonly [from: number, to: number]>();
  private readonly read = new Map<number, RawObject>();
  readonly rootNumber: number;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.buffer.toString('latin1', Math.max(0, this.buffer.length - 1024));
    const table = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)));
    this.readTable(table);
    this.rootNumber = Number(found(/\/Root (\d+) 0 R/.exec(tail)));
  }

  /** Numbers of the pages, in order. */
  pages(): number[] {
    const kidsOf = (number: number, depth: number): number[] => {
      if (depth > 20) throw new UnreadablePdf('a tree of pages without end');
      const { text } = this.object(number);
      if (/\/Type \/Page\b(?!s)/.test(text)) return [number];
      return refsOf(found(/\/Kids \[([^\]]*)\]/.exec(text))).flatMap((kid) => kidsOf(kid, depth + 1));
    };
    return kidsOf(this.refOf(this.rootNumber, 'Pages'), 0);
  }

  object(number: number): RawObject {
    const kept = this.read.get(number);
    if (kept) return kept;
    const range = this.ranges.get(number);
    if (!range) throw new UnreadablePdf(`no object ${String(number)}`);
    const made = this.parse(number, this.buffer.subarray(range[0], range[1]));
    this.read.set(number, made);
    return made;
  }

  /** The object that an entry of a dictionary refers to. Throws UnreadablePdf without one. */
  refOf(number: number, key: string): number {
    return Number(found(new RegExp(`/${key} (\\d+) 0 R`).exec(this.object(number).text)));
  }

  /** Sections of neighbouring numbers, an entry of twenty bytes each. An object ends where the next one starts. */
  private readTable(start: number): void {
    const offsets: { readonly number: number; readonly offset: number }[] = [];
    let at = start + found(/^(xref\s+)/.exec(this.buffer.toString('latin1', start, start + 10))).length;
    for (let head = this.sectionAt(at); head; head = this.sectionAt(at)) {
      at += head.length;
      for (let index = 0; index < head.count; index += 1, at += 20) {
        const line = this.buffer.toString('latin1', at, at + 18);
        if (line[17] === 'n') offsets.push({ number: head.first + index, offset: Number(line.slice(0, 10)) });
      }
    }
    offsets.sort((one, other) => one.offset - other.offset);
    offsets.forEach(({ number, offset }, index) => this.ranges.set(number, [offset, offsets[index + 1]?.offset ?? start]));
  }

  private sectionAt(at: number): { readonly first: number; readonly count: number; readonly length: number } | null {
    const head = /^(\d+) (\d+)\s*\n/.exec(this.buffer.toString('latin1', at, at + 40));
    return head && { first: Number(head[1]), count: Number(head[2]), length: head[0].length };
  }

  private parse(number: number, bytes: Buffer): RawObject {
    const at = bytes.indexOf('stream');
    const head = at < 0 ? -1 : bytes.toString('latin1', 0, at).search(/\/Length \d+[^]*>>\s*$/);
    if (head < 0) return { number, bytes, text: bytes.toString('latin1'), stream: null };
    const text = bytes.toString('latin1', 0, at);
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    return { number, bytes, text, stream: bytes.subarray(start, start + Number(found(/\/Length (\d+)/.exec(text)))) };
  }
}

/** Numbers of the objects that a text refers to. */
export const refsOf = (text: string): number[] => [...text.matchAll(/(\d+) 0 R\b/g)].map((match) => Number(match[1]));

const found = (match: RegExpExecArray | null): string => {
  if (!match) throw new UnreadablePdf('not laid out as expected');
  return match[1]!;
};
