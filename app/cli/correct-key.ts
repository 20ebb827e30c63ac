import { randomUUID } from 'node:crypto';
import { CORRECTION_KINDS, type Correction, type CorrectionKind } from '#app/domain/scoring/correction.ts';
import {
  correctKey,
  getKeyItem,
  listKeyItems,
  previewCorrection,
  startRegrading,
  type CorrectingRefusal,
  type KeyItem,
} from '#app/features/regrading/index.server.ts';
import { acceptedOf } from '#app/features/regrading/keys.schema.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { OPERATOR, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE =
  'correct-key --contest ma-cuoc-thi --item ma-cau --kind key|allRight|void|original [--key "b"] --reason "…" [--dry-run] [--json]';

const REASONS: Record<CorrectingRefusal, string> = {
  'not-found': 'Không có cuộc thi này, hoặc câu này không có trong đề nào của cuộc thi.',
  'reason-missing': 'Hãy ghi lý do, từ 5 đến 500 ký tự.',
  'no-key-given': 'Thiếu --key: ghi các phương án đúng cách nhau bằng dấu phẩy, hoặc mỗi dòng một câu trả lời.',
  'key-does-not-fit': 'Đáp án mới không khớp với câu hỏi.',
  'nothing-to-correct': 'Câu này đang được chấm đúng như vậy rồi.',
  'regrading-under-way': 'Đang chấm lại theo lần sửa trước; hãy đợi máy chủ chấm xong rồi chạy lại.',
  'correction-changed': 'Có người vừa sửa đáp án trong cuộc thi này.',
};

function kindOf(options: VerbInput['options']): CorrectionKind {
  const text = textOf(options, 'kind', USAGE);
  const kind = CORRECTION_KINDS.find((each) => each === text);
  if (!kind) throw new Error(`--kind phải là ${CORRECTION_KINDS.join(', ')}. Cách dùng: npm run app -- ${USAGE}`);
  return kind;
}

/** The item by its version, or by its own id where one version of it alone is on papers of the contest. @throws where there is none */
async function itemOf(contestSlug: string, asked: string): Promise<KeyItem> {
  const found = await getKeyItem(contestSlug, asked);
  if (found) return found;
  const contest = await findContest({ slug: contestSlug });
  if (!contest) throw new Error(`Không có cuộc thi ${contestSlug}.`);
  const { rows } = await listKeyItems(contest, { words: asked, page: 1 });
  const versions = rows.filter(({ itemId }) => itemId === asked).map(({ itemVersionId }) => itemVersionId);
  if (versions.length > 1) {
    throw new Error(`Câu ${asked} có ${versions.length} phiên bản trong đề; hãy chọn một: ${versions.join(', ')}.`);
  }
  const item = versions[0] === undefined ? undefined : await getKeyItem(contestSlug, versions[0]);
  if (!item) throw new Error(REASONS['not-found']);
  return item;
}

/** The key as the option says it: options with commas between them, or one answer a line. */
function correctionOf(item: KeyItem, kind: CorrectionKind, key: unknown): Correction {
  if (kind !== 'key') return { kind, accepted: [] };
  const text = typeof key === 'string' ? key : '';
  const options = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return { kind, accepted: acceptedOf(item.interaction, { options, answers: text }) };
}

function refuse(code: CorrectingRefusal): never {
  throw new Error(`${REASONS[code]} Chưa có gì thay đổi.`);
}

/** Corrects the key of an item in a contest and grades again to the end; with --dry-run, only says what would change. */
export async function runCorrectKey({ options, print }: VerbInput): Promise<boolean> {
  try {
    const at = now();
    const contestSlug = textOf(options, 'contest', USAGE);
    const kind = kindOf(options);
    const item = await itemOf(contestSlug, textOf(options, 'item', USAGE));
    const { itemVersionId, itemId } = item;
    const correction = correctionOf(item, kind, options['key']);
    const asked = { actor: OPERATOR, contestSlug, itemVersionId, correction, now: at };
    const preview = await previewCorrection(asked);
    if (!preview.ok) refuse(preview.error);
    const { comparison, boards, seen } = preview.value;
    const { attempts, changed, up, down } = comparison;
    const numbers = `${attempts} lượt có câu, ${changed} lượt đổi điểm (${up} tăng, ${down} giảm)`;
    const told = { contest: contestSlug, item: itemId, itemVersionId, kind, comparison, boards };
    if (options['dry-run'] === true) {
      print(`Xem trước câu ${itemId}: ${numbers}. Chưa có gì thay đổi.`, { ...told, isDryRun: true });
      return true;
    }
    const made = await correctKey({ ...asked, reason: textOf(options, 'reason', USAGE), key: randomUUID(), seen });
    if (!made.ok) refuse(made.error);
    const { correctionId } = made.value;
    const { isDone } = await startRegrading(correctionId, at, { most: Infinity });
    const end = isDone ? 'Đã chấm lại xong.' : 'Máy chủ sẽ chấm lại tiếp khi đang chạy.';
    print(`Đã sửa câu ${itemId}: ${numbers}. ${end} Mã: ${correctionId}.`, { ...told, correctionId, isDone });
    return true;
  } finally {
    await closeDatabase();
  }
}
