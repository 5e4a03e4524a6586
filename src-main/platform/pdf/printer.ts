/** Prints a page of HTML as an A4 PDF: what a browser, or Electron's own, lends to the host. */
export type PrintHtml = (html: string) => Promise<Uint8Array>;

/** Prints HTML as PDF. The page is A4 unless its styles say otherwise; nothing is fetched, no script runs. */
export interface Printer {
  /** Throws AppError `papers.noBrowser` where nothing can print, `papers.printFailed` when it went wrong twice. */
  print: PrintHtml;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}
