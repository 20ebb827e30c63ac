import { defineText } from './define-text.ts';

/** Words of the answers that are put in order, matched or typed. why apart: only papers that have them load them. */
export const answersText = defineText(
  {
    orderHint: 'Xếp theo thứ tự đúng bằng các nút mũi tên',
    orderHintStill: 'Chọn vị trí cho từng dòng, rồi lưu',
    matchHint: 'Ghép mỗi dòng với một ý phù hợp',
    textHint: 'Gõ câu trả lời',
    numberHint: 'Gõ một số; phần lẻ viết sau dấu phẩy',
    up: (words: string) => `Đưa lên: ${words}`,
    down: (words: string) => `Đưa xuống: ${words}`,
    moved: (words: string, place: number, of: number) => `${words}: vị trí ${place}/${of}`,
    keepOrder: 'Giữ thứ tự đang hiện',
    untouched: 'Chưa trả lời. Đổi chỗ một dòng, hoặc giữ thứ tự đang hiện.',
    position: (words: string) => `Vị trí của: ${words}`,
    none: '–',
    chooseTarget: 'Chọn…',
    targets: 'Các ý để ghép',
    typedLabel: 'Câu trả lời của bạn',
  },
  {
    orderHint: 'Put into the right order with the arrows',
    orderHintStill: 'Choose a position for each line, then save',
    matchHint: 'Match each line with what belongs to it',
    textHint: 'Type the answer',
    numberHint: 'Type a number',
    up: (words: string) => `Move up: ${words}`,
    down: (words: string) => `Move down: ${words}`,
    moved: (words: string, place: number, of: number) => `${words}: position ${place}/${of}`,
    keepOrder: 'Keep the order as shown',
    untouched: 'Not answered. Move a line, or keep the order as shown.',
    position: (words: string) => `Position of: ${words}`,
    none: '–',
    chooseTarget: 'Choose…',
    targets: 'To be matched with',
    typedLabel: 'Your answer',
  },
);
