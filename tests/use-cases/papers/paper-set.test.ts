import { describe, expect, test } from 'vitest';
import { getPaperSet, writePaperSet } from '#app/features/papers/index.server.ts';
import { setAnswerSheet } from '#app/features/papers/forms/set-answer-sheet.server.ts';
import { setPaper } from '#app/features/papers/forms/set-paper.server.ts';
import type { PaperSet } from '#app/features/papers/forms/paper-set.ts';
import type { PrintNode } from '#app/platform/print/print-node.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const ORDER = { round: 1, variants: 3, sameItems: true, seed: 'bo-de-1', letterhead: '', now: NOW };

async function aSet(): Promise<PaperSet> {
  const { slug } = (await aContest()).contest;
  const set = await getPaperSet({ ...ORDER, contestSlug: slug });
  if (!set?.ok) throw new Error(`no set was made: ${JSON.stringify(set)}`);
  return set.value;
}

/** Every word of the nodes. */
const wordsOf = (nodes: readonly PrintNode[]): string =>
  nodes
    .map((node): string => {
      if (node.kind === 'line') return node.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
      if (node.kind === 'grid')
        return node.rows
          .flat()
          .map((cell) => wordsOf(cell.nodes))
          .join(' ');
      return node.kind === 'group' ? wordsOf(node.nodes) : '';
    })
    .join('\n');

describe('a set of papers for print', () => {
  test('is drawn from the bank by the blueprint of the round, and says so on the paper', async () => {
    const set = await aSet();
    const [paper] = set.papers;
    if (!paper) throw new Error('the set is empty');
    const questions = paper.sections.flatMap((section) => section.questions);
    const text = wordsOf(setPaper(set, paper).nodes);
    expect(text).toContain('Mã đề: 101');
    expect(text).toContain(set.letterhead.toLocaleUpperCase('vi'));
    for (const { number, prompt } of questions) expect(text).toContain(`Câu ${number}. ${prompt}`);
  });

  test('gives no key away on papers and answer sheet', async () => {
    const set = await aSet();
    const rationales = set.papers.flatMap(({ sections }) =>
      sections.flatMap(({ questions }) => questions.map(({ rationale }) => rationale)),
    );
    const text = [...set.papers.map((paper) => setPaper(set, paper)), setAnswerSheet(set)]
      .map(({ nodes }) => wordsOf(nodes))
      .join('\n');
    expect(rationales.every((rationale) => rationale !== '')).toBe(true);
    for (const rationale of rationales) expect(text).not.toContain(rationale);
    expect(text).not.toContain('ĐÁP ÁN');
  });

  test('is written as files that begin as what they are, and is the same for the same order', async () => {
    const set = await aSet();
    const pdf = await writePaperSet(set, 'pdf');
    expect(Buffer.from(pdf.slice(0, 4)).toString('latin1')).toBe('PK\u0003\u0004');
    expect(Buffer.compare(pdf, await writePaperSet(set, 'pdf'))).toBe(0);
    const names = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    for (const name of ['de-thi/ma-de-101.pdf', 'de-thi/ma-de-103.pdf', 'phieu-tra-loi.pdf', 'dap-an/dap-an.pdf']) {
      expect(names(pdf)).toContain(name);
    }
    expect(names(await writePaperSet(set, 'docx'))).toContain('dap-an/dap-an.docx');
  });

  test('is none for a contest or a round that is not there', async () => {
    const { slug } = (await aContest()).contest;
    expect(await getPaperSet({ ...ORDER, contestSlug: 'khong-co' })).toBeUndefined();
    expect(await getPaperSet({ ...ORDER, contestSlug: slug, round: 9 })).toBeUndefined();
  });
});
