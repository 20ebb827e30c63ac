import type { ItemBody } from '#app/domain/items/item.ts';

const OPTIONS = ['Cột mốc 108', 'Cột mốc 105', 'Cột mốc 112', 'Cột mốc 589'];

/** A sound item body: one key "a" of four options. */
export const anItemBody = (given: Partial<ItemBody> = {}): ItemBody => ({
  interaction: 'choice',
  prompt: 'Nguyễn Ái Quốc về nước qua cột mốc nào?',
  options: OPTIONS.map((text, index) => ({ id: 'abcd'.charAt(index), text })),
  key: ['a'],
  rationale: 'Người về nước qua cột mốc 108 trên biên giới Việt - Trung.',
  source: { title: 'Lịch sử Đảng bộ tỉnh Cao Bằng' },
  facts: ['C2'],
  ...given,
});
