// One question of each kind. Nothing of it is in content/.
import type { Blueprint } from '#app/domain/contests/contest.ts';
import { INTERACTIONS, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { anItem } from './factories.ts';

const lines = (...texts: readonly string[]): ItemOption[] =>
  texts.map((text, index) => ({ id: 'abcdef'.charAt(index), text }));

const KINDS: Readonly<Record<ItemBody['interaction'], Partial<ItemBody>>> = {
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

/**
 * Puts one of each into the bank. @returns the blueprint of a paper that has them in this order: 1 choice, 2 multipleChoice,
 * 3 trueFalse, 4 order, 5 match, 6 textEntry, 7 numericEntry
 */
export async function itemsOfAllKinds(tag: string): Promise<Blueprint> {
  for (const interaction of INTERACTIONS) {
    const body = { interaction, ...KINDS[interaction] };
    await anItem({ id: `${tag}-${interaction}`, topicSlug: 'thu-trang-lam-bai', tags: [tag], body });
  }
  return {
    sections: INTERACTIONS.map((interaction) => ({ title: interaction, quotas: [{ tag, interaction, count: 1 }] })),
  };
}
