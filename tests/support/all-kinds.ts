// A paper with one question of each kind, always in the same order, for tests of the answer sheet.
import type { Blueprint } from '#app/domain/contests/contest.ts';
import { INTERACTIONS, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { anItem } from './factories.ts';
import { aSitting, type Sitting } from './sitting.ts';

const lines = (...texts: readonly string[]): ItemOption[] =>
  texts.map((text, index) => ({ id: 'abcdef'.charAt(index), text }));

/** One of each kind. Nothing of it is in content/. */
export const KINDS: Readonly<Record<ItemBody['interaction'], Partial<ItemBody>>> = {
  choice: {
    prompt: 'Theo bảng sau, năm nào có **nhiều** bài nhất?\n\n| Năm | Bài |\n|:--|--:|\n| 2023 | 5 |\n| 2024 | 7 |',
    options: lines('Năm *2024*', 'Năm 2023', 'Năm 2022', 'Hai năm bằng nhau'),
  },
  multipleChoice: { prompt: 'Chọn hai số chẵn.', options: lines('2', '4', '5', '7'), key: ['a', 'b'] },
  trueFalse: { prompt: 'Pác Bó ở tỉnh Cao Bằng.', options: lines('Đúng', 'Sai') },
  order: {
    prompt: 'Xếp các tháng từ sớm đến muộn.',
    options: lines('Tháng Giêng', 'Tháng Hai', 'Tháng Ba', 'Tháng Tư'),
    key: ['a', 'b', 'c', 'd'],
  },
  match: {
    prompt: 'Ghép mỗi nơi với điều nổi tiếng ở đó.',
    options: lines('Bản Giốc', 'Ngườm Ngao', 'Thang Hen'),
    targets: lines('Thác', 'Động', 'Hồ', 'Hang'),
    key: ['a>a', 'b>b', 'c>c'],
  },
  textEntry: {
    prompt: 'Trận mở màn Chiến dịch Biên giới 1950 đánh vào đâu?',
    options: lines('Đông Khê'),
    textRules: { ignoresCase: true, ignoresMarks: true },
  },
  numericEntry: {
    prompt: 'Nửa của 2.469 km là bao nhiêu?',
    options: [{ id: 'a', text: '1234.5', tolerance: '0.5' }],
    unit: 'km',
  },
};

/** Which question is of which kind: 1 choice, 2 multipleChoice, 3 trueFalse, 4 order, 5 match, 6 textEntry, 7 numericEntry. */
export async function aSittingOfAllKinds(): Promise<Sitting> {
  const tag = `moi-loai-${process.pid}-${Date.now()}`;
  for (const interaction of INTERACTIONS) {
    await anItem({
      id: `${tag}-${interaction}`,
      topicSlug: 'thu-trang-lam-bai',
      tags: [tag],
      body: { interaction, ...KINDS[interaction] },
    });
  }
  // why: what papers are drawn from is remembered for a moment.
  forgetEverything();
  const blueprint: Blueprint = {
    sections: INTERACTIONS.map((interaction) => ({ title: interaction, quotas: [{ tag, interaction, count: 1 }] })),
  };
  return aSitting({
    blueprint,
    rules: { keys: 'after-round', marking: { right: 1, wrong: 0, blank: 0, partial: 'proportional' } },
  });
}
