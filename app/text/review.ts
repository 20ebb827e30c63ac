import { defineText } from './define-text.ts';

/** Words beside what is right in a question, after an attempt and in practice. */
export const reviewText = defineText(
  {
    key: 'Đáp án đúng',
    yourChoice: 'Bạn chọn',
    yourAnswer: 'Bạn trả lời:',
    noAnswer: 'chưa trả lời',
    rightOrder: 'Thứ tự đúng:',
    placedRight: 'Bạn làm đúng',
    notPlaced: 'Bạn bỏ trống',
    yourPlace: 'Bạn xếp ở vị trí',
    yourMatch: 'Bạn ghép với',
  },
  {
    key: 'Right answer',
    yourChoice: 'Your choice',
    yourAnswer: 'Your answer:',
    noAnswer: 'not answered',
    rightOrder: 'The right order:',
    placedRight: 'You were right',
    notPlaced: 'Left blank',
    yourPlace: 'You put it at position',
    yourMatch: 'You matched it with',
  },
);
