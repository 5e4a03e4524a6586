import { textOfPdf } from './pdf-text';
import { quickText } from './quick-text';
import { UnreadablePdf } from './raw-pdf';
import { faultOf } from './split-print';
import type { ExpectedPart } from './split-print';

/** Pages of a paper printed alone, and why its text is not what it must be (null: it is). */
export async function checkPrint(bytes: Uint8Array, part: ExpectedPart): Promise<{ readonly pages: number; readonly fault: string | null }> {
  const texts = await textsOf(bytes);
  return { pages: texts.length, fault: faultOf(texts, part) };
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  try {
    return quickText(bytes);
  } catch (failure) {
    if (failure instanceof UnreadablePdf) return textOfPdf(bytes);
    throw failure;
  }
}
