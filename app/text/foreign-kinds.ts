import { defineText } from './define-text.ts';

/** Kinds of questions that other systems have and the bank has not, by the names that their files give them. */
export const foreignKinds: Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>> = defineText(
  {
    essay: 'tự luận',
    cloze: 'điền nhiều chỗ trống',
    multianswer: 'điền nhiều chỗ trống',
    gapselect: 'chọn từ cho chỗ trống',
    ddwtos: 'kéo từ vào chỗ trống',
    ddimageortext: 'kéo vào hình',
    ddmarker: 'đánh dấu trên hình',
    calculated: 'tính toán với số ngẫu nhiên',
    calculatedsimple: 'tính toán với số ngẫu nhiên',
    calculatedmulti: 'tính toán với số ngẫu nhiên',
    random: 'câu lấy ngẫu nhiên',
    randomsamatch: 'ghép đôi lấy ngẫu nhiên',
    composite: 'gồm nhiều phần',
    matching: 'ghép đôi có phần để trống',
    record: 'câu trả lời gồm nhiều ô',
  },
  {
    essay: 'essay',
    cloze: 'several gaps',
    multianswer: 'several gaps',
    gapselect: 'words chosen for gaps',
    ddwtos: 'words dragged into gaps',
    ddimageortext: 'dragged onto an image',
    ddmarker: 'markers on an image',
    calculated: 'calculated with random numbers',
    calculatedsimple: 'calculated with random numbers',
    calculatedmulti: 'calculated with random numbers',
    random: 'a random question',
    randomsamatch: 'a random match',
    composite: 'several parts',
    matching: 'a match with empty sides',
    record: 'an answer of several fields',
  },
);
