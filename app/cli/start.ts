import { existsSync } from 'node:fs';
import { hasDemoData } from '#app/features/operations/index.server.ts';
import { sealPlainPhones } from '#app/features/identity/index.server.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { listUnits } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env.server.ts';
import { secretFaults } from '#app/platform/secrets.server.ts';
import { checkContent } from './check-content.ts';
import { BUILD, serve } from './serve.ts';

/** What keeps a production server from starting, each with what to do; nothing when it may start. */
async function findObstacles(): Promise<string[]> {
  const { APP_ORIGIN, DEMO } = env();
  const obstacles: string[] = [];
  if (!existsSync(BUILD)) obstacles.push('Chưa có bản dựng. Hãy chạy: npm run build');
  if (DEMO === '1') obstacles.push('DEMO=1 chỉ dành cho bản trình diễn (npm run demo). Hãy bỏ biến này.');
  if (!APP_ORIGIN)
    obstacles.push('Thiếu APP_ORIGIN, địa chỉ mà người dùng mở, ví dụ APP_ORIGIN=https://timhieu.example.vn');
  obstacles.push(...secretFaults());
  const faults = checkContent();
  if (faults.length > 0) obstacles.push(`Nội dung có ${faults.length} lỗi. Hãy xem: npm run app -- check-content`);
  if ((await pendingMigrations()).length > 0) {
    obstacles.push('Cơ sở dữ liệu chưa có cấu trúc mới nhất. Hãy chạy: npm run app -- load-content');
    return obstacles;
  }
  if (await hasDemoData()) {
    obstacles.push('Cơ sở dữ liệu này chứa tài khoản trình diễn. Hãy dùng một DATABASE_URL khác.');
  }
  if ((await listUnits(now())).length === 0 || (await getPool()).length === 0) {
    obstacles.push('Chưa nạp đơn vị và câu hỏi. Hãy chạy: npm run app -- load-content');
  }
  return obstacles;
}

/** The production server: starts only when everything that it needs is there, and says what is not. */
export async function runStart(): Promise<boolean> {
  const obstacles = await findObstacles();
  await closeDatabase();
  if (obstacles.length > 0) {
    throw new Error(`Chưa chạy được máy chủ:\n${obstacles.map((obstacle) => `- ${obstacle}`).join('\n')}`);
  }
  await sealPlainPhones();
  await serve();
  return true;
}
