import { findingLine, runCheck } from '#app/features/audit/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Looks for what was done to the database past the application. @returns whether nothing was found */
export async function runCheckAudit({ print }: VerbInput): Promise<boolean> {
  try {
    const check = await runCheck({ now: now() });
    const { acts, actsBefore, actsUnsealed, signatures, rows, attempts, steps, head, findingCount, findings } = check;
    const isSound = findingCount === 0;
    const rest = findingCount - findings.length;
    const lines = [
      `Đã xem ${acts + actsUnsealed} việc trong sổ, ${signatures} chữ ký, ${rows} hàng, ${steps} bước của ${attempts} lượt thi: ${isSound ? 'nguyên vẹn.' : `${findingCount} chỗ không nguyên vẹn.`}`,
      ...(head ? [`Cuối sổ: số ${head.sequence}, mã ${head.hash}`] : []),
      ...(actsUnsealed > 0
        ? [`${actsUnsealed} việc mới nhất chưa đến lượt niêm phong; từng việc vẫn có mã khóa riêng.`]
        : []),
      ...(actsBefore > 0 ? [`${actsBefore} việc từ trước khi có mã khóa: được niêm phong như lúc bắt đầu.`] : []),
      ...findings.map(findingLine),
      ...(rest > 0 ? [`  … và ${rest} chỗ nữa`] : []),
    ];
    print(lines.join('\n'), { ok: isSound, ...check });
    return isSound;
  } finally {
    await closeDatabase();
  }
}
