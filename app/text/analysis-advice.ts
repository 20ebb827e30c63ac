import { defineText } from './define-text.ts';

/** What is said of a question after its figures were counted. One plain sentence each. */
export const adviceText = defineText(
  {
    voided: 'Câu này đã được loại khỏi kết quả, không còn tính điểm.',
    allRight: 'Mọi người đều được trọn điểm câu này sau khi sửa đáp án.',
    tooFew: (attempts: string) => `Mới có ${attempts} lượt, chưa đủ để kết luận.`,
    secondKey: (option: string, share: string, key: string) =>
      `Có thể sai đáp án hoặc có hai đáp án đúng: ${share} nhóm điểm cao chọn phương án ${option}, chỉ ${key} chọn đáp án.`,
    negative: (index: string) =>
      `Phân biệt âm (${index}): người điểm thấp làm đúng nhiều hơn người điểm cao. Xem lại đáp án và câu chữ.`,
    belowGuess: (facility: string, guess: string) =>
      `Làm đúng ít hơn cả đoán mò (${facility} so với ${guess}): xem lại đáp án.`,
    tooHard: (facility: string) =>
      `Quá khó: chỉ ${facility} số điểm đạt được. Xem bài học có nói đến nội dung này không.`,
    weak: (index: string) => `Phân biệt kém (${index}): người điểm cao và điểm thấp làm gần như nhau.`,
    manyBlank: (share: string) => `Nhiều người bỏ trống (${share}): câu hỏi có thể quá dài hoặc khó hiểu.`,
    tooEasy: (facility: string) => `Quá dễ: ${facility} trả lời đúng.`,
    unusedOption: (options: string) => `Phương án ${options} không ai chọn: nên thay phương án khác.`,
    rareOption: (options: string, share: string) => `Ít người chọn phương án ${options} (nhiều nhất ${share}).`,
    fine: 'Không thấy điều gì bất thường.',
    levels: {
      act: 'Cần xem ngay',
      look: 'Nên xem',
      note: 'Ghi nhận',
      none: '',
    },
  },
  {
    voided: 'This question was taken out of the results and counts for nothing.',
    allRight: 'Everybody has the full mark for this question since its key was corrected.',
    tooFew: (attempts: string) => `Only ${attempts} attempts so far: too few to conclude anything.`,
    secondKey: (option: string, share: string, key: string) =>
      `The key may be wrong, or there are two: ${share} of the high scorers chose option ${option}, only ${key} the key.`,
    negative: (index: string) =>
      `Negative discrimination (${index}): low scorers do better than high scorers. Check the key and the wording.`,
    belowGuess: (facility: string, guess: string) =>
      `Fewer get it right than by guessing (${facility} against ${guess}): check the key.`,
    tooHard: (facility: string) =>
      `Too hard: only ${facility} of the marks were earned. Check that a lesson covers it.`,
    weak: (index: string) => `Weak discrimination (${index}): high and low scorers do nearly the same.`,
    manyBlank: (share: string) => `Many leave it blank (${share}): it may be too long or hard to understand.`,
    tooEasy: (facility: string) => `Too easy: ${facility} got it right.`,
    unusedOption: (options: string) => `Nobody chose option ${options}: replace it.`,
    rareOption: (options: string, share: string) => `Few choose option ${options} (${share} at most).`,
    fine: 'Nothing unusual.',
    levels: {
      act: 'Look now',
      look: 'Worth a look',
      note: 'Noted',
      none: '',
    },
  },
);
