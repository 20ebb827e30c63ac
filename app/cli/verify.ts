import { checkContestSeals, findingLine, type AuditCheck } from '#app/features/audit/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { checkTallies, type TallyCheck, type TallyDifference } from '#app/features/participation/index.server.ts';
import {
  listContestSlugs,
  verifyContest,
  type Difference,
  type Verification,
} from '#app/features/verification/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Where a difference is, for people. */
function placeOf({ attemptId, accountId, scopeId, sequence, slot }: Difference): string {
  const words = [
    attemptId === undefined ? '' : `lượt thi ${attemptId}`,
    scopeId === undefined ? '' : `bảng ${scopeId}`,
    accountId === undefined ? '' : `người ${accountId}`,
    sequence === undefined ? '' : `bước ${sequence}`,
    slot === undefined ? '' : `câu ${slot}`,
  ];
  return words.filter(Boolean).join(', ') || 'cuộc thi';
}

const lineOf = (difference: Difference): string =>
  `  ${placeOf(difference)}: ${difference.what}: đang lưu ${difference.stored}, tính lại ${difference.derived}`;

function sentenceOf(found: Verification): string {
  const { contestSlug, people, attempts, steps, papers, papersUnkept, standings, waiting, differenceCount } = found;
  const looked = `${contestSlug}: ${people} người, ${attempts} lượt thi, ${steps} bước, ${papers} đề rút lại, ${standings} hàng xếp hạng`;
  const notes = [
    papersUnkept > 0 ? `${papersUnkept} đề từ trước khi ngân hàng câu hỏi được giữ lại, không rút lại được.` : '',
    waiting > 0 ? `${waiting} lượt vừa kết thúc, chưa vào bảng.` : '',
  ].filter(Boolean);
  const verdict = differenceCount === 0 ? 'khớp.' : `${differenceCount} chỗ khác.`;
  const shown = found.differences.map(lineOf);
  const rest = differenceCount - shown.length;
  return [`${looked}: ${verdict}`, ...notes, ...shown, ...(rest > 0 ? [`  … và ${rest} chỗ nữa`] : [])].join('\n');
}

const PARTS = { own: 'riêng đơn vị', branch: 'cả các đơn vị cấp dưới' } as const;
const MOST_UNITS_SHOWN = 50;

const unitLineOf = ({ unitId, scopeId, part, stored, derived }: TallyDifference): string =>
  `  đơn vị ${unitId} (${PARTS[part]}), bảng ${scopeId}: đang lưu ${stored}, tính lại ${derived}`;

function unitsSentenceOf({ units, differences }: TallyCheck): string {
  const verdict =
    differences.length === 0
      ? 'khớp.'
      : `${differences.length} chỗ khác. Để đếm lại: npm run app -- recount-participation`;
  const shown = differences.slice(0, MOST_UNITS_SHOWN).map(unitLineOf);
  return [`Số liệu tham gia của ${units} đơn vị: ${verdict}`, ...shown].join('\n');
}

type Seals = Pick<AuditCheck, 'findingCount' | 'findings'>;

function sealsSentenceOf({ findingCount, findings }: Seals): string {
  const verdict = findingCount === 0 ? 'nguyên vẹn.' : `${findingCount} chỗ không nguyên vẹn.`;
  return [`Dấu niêm phong của các hàng và các bước: ${verdict}`, ...findings.map(findingLine)].join('\n');
}

/** Recomputes contests from the steps of their attempts and compares. @returns whether everything agreed */
export async function runVerify({ options, print }: VerbInput): Promise<boolean> {
  const at = now();
  const asked = options['contest'];
  try {
    const slugs = typeof asked === 'string' ? [asked] : await listContestSlugs(at);
    const contests: (Verification & { readonly participation: TallyCheck; readonly seals: Seals })[] = [];
    for (const slug of slugs) {
      const found = await verifyContest({ slug, now: at });
      const contestNow = await getContest(slug, at);
      if (!found || !contestNow) throw new Error(`Không có cuộc thi ${slug}.`);
      const participation = await checkTallies(contestNow, at);
      contests.push({ ...found, participation, seals: await checkContestSeals(contestNow.contest.id) });
    }
    const isSound = contests.every(
      ({ differenceCount, participation, seals }) =>
        differenceCount === 0 && participation.differences.length === 0 && seals.findingCount === 0,
    );
    const lines = contests.flatMap((each) => [
      sentenceOf(each),
      unitsSentenceOf(each.participation),
      sealsSentenceOf(each.seals),
    ]);
    print(lines.join('\n') || 'Chưa có cuộc thi nào.', { ok: isSound, contests });
    return isSound;
  } finally {
    await closeDatabase();
  }
}
