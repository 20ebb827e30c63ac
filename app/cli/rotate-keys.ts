import { sealAnew, sealPlainPhones } from '#app/features/identity/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';
import type { VerbInput } from './verb.ts';

/** Seals everything anew once a new secret stands first. What cannot be read is named, and stays as it is. */
export async function runRotateKeys({ print }: VerbInput): Promise<boolean> {
  const plain = await sealPlainPhones();
  const columns = await sealAnew();
  await closeDatabase();
  const unreadable = columns.reduce((sum, column) => sum + column.unreadable, 0);
  const lines = columns
    .filter(({ sealed, unreadable: lost }) => sealed + lost > 0)
    .map(({ column, sealed, unreadable: lost }) => `  ${column}: ${sealed} đã niêm lại, ${lost} không đọc được`);
  const held = secretIds().length;
  const sentences = [
    lines.length === 0
      ? 'Mọi dữ liệu niêm phong đã dùng khóa mới nhất.'
      : `Đã niêm lại bằng khóa mới nhất:\n${lines.join('\n')}`,
    unreadable > 0
      ? `Có ${unreadable} chỗ không mở được bằng các khóa đang có; những chỗ đó giữ nguyên. Hãy thêm lại khóa cũ rồi chạy lại.`
      : held > 1
        ? 'Hãy giữ các khóa cũ ở những dòng sau: dấu của nhật ký kiểm tra và của các bước làm bài vẫn cần chúng để đối chiếu.'
        : 'Chỉ có một khóa. Muốn đổi khóa, hãy thêm khóa mới vào dòng đầu của tệp installation.key, khởi động lại, rồi chạy lại lệnh này.',
  ];
  print(sentences.join('\n'), { secrets: held, phonesSealed: plain, columns });
  return unreadable === 0;
}
