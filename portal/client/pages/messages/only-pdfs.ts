/** Bytes that every PDF begins with, perhaps after a few others. */
const MARK = '%PDF-';
const LOOK_BYTES = 1024;

/** Files of a choice that are PDFs, and the names of those that are not, by what they hold: told before they are sent for nothing. */
export async function onlyPdfs(files: readonly File[]): Promise<{ readonly pdfs: File[]; readonly others: string[] }> {
  const pdfs: File[] = [];
  const others: string[] = [];
  for (const file of files) {
    const start = new TextDecoder('latin1').decode(await file.slice(0, LOOK_BYTES).arrayBuffer());
    if (start.includes(MARK)) pdfs.push(file);
    else others.push(file.name);
  }
  return { pdfs, others };
}

/** "« photo.jpg » n’est pas un PDF : seuls les PDF se joignent à un message." */
export const notPdfs = (names: readonly string[]): string =>
  names.length === 0 ? '' : `${names.map((name) => `«\u00a0${name}\u00a0»`).join(', ')} ${names.length > 1 ? 'ne sont pas des PDF' : 'n’est pas un PDF'}\u00a0: seuls les PDF se joignent à un message.`;
