import { setImmediate } from 'node:timers/promises';
import type { PrintDocument } from '#app/platform/print/print-node.ts';
import { toDocx } from '#app/platform/print/to-docx.server.ts';
import { toPdf } from '#app/platform/print/to-pdf.server.ts';
import { zipOf, type ZipEntry } from '#app/platform/zip.server.ts';
import type { PaperSet } from './paper-set.ts';
import { setAnswerSheet } from './set-answer-sheet.server.ts';
import { setKey } from './set-key.server.ts';
import { setPaper } from './set-paper.server.ts';

export type PaperFormat = 'docx' | 'pdf' | 'both';

/** The set as one zip: a file for each paper, the answer sheet, and the keys in a folder of their own. */
export async function writePaperSet(set: PaperSet, format: PaperFormat): Promise<Uint8Array> {
  const documents: (readonly [string, PrintDocument])[] = [
    ...set.papers.map((paper) => [`de-thi/ma-de-${paper.code}`, setPaper(set, paper)] as const),
    ['phieu-tra-loi', setAnswerSheet(set)],
    ['dap-an/dap-an', setKey(set)],
  ];
  const entries: ZipEntry[] = [];
  for (const [name, document] of documents) {
    if (format !== 'pdf') entries.push({ name: `${name}.docx`, bytes: await toDocx(document) });
    if (format !== 'docx') entries.push({ name: `${name}.pdf`, bytes: await toPdf(document) });
    // why: setting a document takes the processor for a while, and answers of contestants must get through between two.
    await setImmediate();
  }
  return zipOf(entries, set.drawnAt);
}
