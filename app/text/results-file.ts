import { defineText } from './define-text.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 14/09/2026 08:14:07,123: with milliseconds, as they decide; the local time of Viet Nam. */
function instantText(at: number): string {
  const [day = '', time = ''] = new Date(at + 7 * 3_600_000).toISOString().split('T');
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 12).replace('.', ',')}`;
}

/** Words of the files and the page of results. */
export const resultsFileText = defineText(
  {
    columns: {
      rank: 'Hạng',
      person: 'Mã dự thi',
      name: 'Họ và tên',
      unit: 'Đơn vị',
      block: 'Khối',
      score: 'Điểm',
      maxScore: 'Điểm tối đa',
      prediction: 'Dự đoán',
      distance: 'Lệch dự đoán',
      seconds: 'Thời gian (giây)',
      duration: 'Thời gian làm bài',
      submittedAt: 'Nộp lúc (giờ Việt Nam)',
      attempts: 'Số lượt hợp lệ',
      rounds: 'Số vòng',
    },
    duration: (seconds: number) =>
      seconds >= 3_600
        ? `${Math.floor(seconds / 3_600)} giờ ${two(Math.floor(seconds / 60) % 60)} phút ${two(seconds % 60)} giây`
        : `${Math.floor(seconds / 60)} phút ${two(seconds % 60)} giây`,
    instant: instantText,
    title: 'Kết quả để tải về',
    pageTitle: (contest: string) => `Kết quả để tải về: ${contest}`,
    lead: 'Mọi thứ cần để công bố kết quả, và để người khác tự tính lại bảng xếp hạng.',
    final: 'Kết quả chính thức',
    finalSince: (at: string) => `Đã chốt lúc ${at}. Không còn gì thay đổi được nữa.`,
    provisional: 'Kết quả tạm thời',
    provisionalWhy:
      'Còn vòng thi chưa chốt. Thứ hạng còn thay đổi, và các tiêu chí chờ chốt chưa được dùng. Hãy tải lại sau khi chốt để công bố.',
    attempts: (count: string) => `${count} lượt thi đã kết thúc.`,
    waiting: (count: string) => `${count} lượt vừa kết thúc chưa vào bảng xếp hạng. Hãy tải lại sau ít giây.`,
    complete: 'Tệp kết quả đầy đủ',
    completeWhat:
      'Gồm bản mô tả cuộc thi, giờ thật của các vòng, hạt giống rút thăm, số liệu đã chốt, mọi lượt thi và bảng xếp hạng đã công bố. Không có họ tên: mỗi người là một mã dự thi.',
    downloadJson: 'Tải tệp JSON',
    rankings: 'Bảng xếp hạng cho Excel',
    rankingsWhat:
      'Tệp CSV, mở được bằng Excel. Bản có họ tên chỉ dùng trong ban tổ chức; mỗi lần tải bản này đều được ghi vào nhật ký.',
    scope: 'Bảng',
    allRounds: 'Toàn cuộc thi',
    state: 'Tình trạng',
    settled: (at: string) => `Chốt lúc ${at}`,
    notSettled: 'Tạm thời',
    files: 'Tải về',
    csv: 'Không có họ tên',
    csvNames: 'Có họ tên',
    taken: (name: string, at: string, reason: string) =>
      `Bản có họ tên do ${name} tải lúc ${at}. Lý do: ${reason}. Chỉ dùng trong ban tổ chức.`,
    ofScope: (scope: string) => `, ${scope}`,
    checksum: 'Mã kiểm tra',
    checksumWhat:
      'Mã SHA-256 của tệp JSON như đang tải được bây giờ. Hãy công bố mã này cùng tệp: ai tải tệp cũng kiểm tra được là tệp không bị sửa.',
    checksumLater: 'Cuộc thi có nhiều lượt thi, tính mã này mất một lúc.',
    checksumNow: 'Tính mã kiểm tra',
    recompute: 'Tự tính lại bảng xếp hạng',
    recomputeHow:
      'Chỉ cần tệp JSON và mã nguồn của phần mềm, không cần cơ sở dữ liệu. Lệnh dưới đây tính lại thứ hạng từ từng lượt thi, so với bảng đã công bố, rồi báo “khớp” hoặc nêu từng chỗ khác.',
    back: 'Bảng điều hành',
  },
  {
    columns: {
      rank: 'Rank',
      person: 'Public code',
      name: 'Full name',
      unit: 'Unit',
      block: 'Block',
      score: 'Score',
      maxScore: 'Highest score',
      prediction: 'Prediction',
      distance: 'Distance',
      seconds: 'Time (seconds)',
      duration: 'Time',
      submittedAt: 'Submitted (Viet Nam time)',
      attempts: 'Valid attempts',
      rounds: 'Rounds',
    },
    duration: (seconds: number) =>
      seconds >= 3_600
        ? `${Math.floor(seconds / 3_600)} h ${two(Math.floor(seconds / 60) % 60)} min ${two(seconds % 60)} s`
        : `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`,
    instant: instantText,
    title: 'Results to download',
    pageTitle: (contest: string) => `Results to download: ${contest}`,
    lead: 'All that is needed to publish the results, and for others to recompute the ranking.',
    final: 'Final results',
    finalSince: (at: string) => `Settled ${at}. Nothing can change any more.`,
    provisional: 'Provisional results',
    provisionalWhy:
      'Not every round is settled. Ranks may still change, and criteria that wait for settling are not used yet. Download again afterwards to publish.',
    attempts: (count: string) => `${count} finished attempts.`,
    waiting: (count: string) =>
      `${count} attempts have just ended and are not ranked yet. Download again in some seconds.`,
    complete: 'The complete file',
    completeWhat:
      'The contest description, the actual times of the rounds, seeds of the lots, frozen figures, every attempt and the published rankings. No names: each person is a public code.',
    downloadJson: 'Download JSON',
    rankings: 'Rankings for Excel',
    rankingsWhat:
      'CSV files, which Excel opens. Those with names are for the organizing board alone; each download of them is logged.',
    scope: 'Ranking',
    allRounds: 'All rounds',
    state: 'State',
    settled: (at: string) => `Settled ${at}`,
    notSettled: 'Provisional',
    files: 'Download',
    csv: 'Without names',
    csvNames: 'With names',
    taken: (name: string, at: string, reason: string) =>
      `With names; downloaded by ${name} at ${at}. Reason: ${reason}. For the organizers only.`,
    ofScope: (scope: string) => `, ${scope}`,
    checksum: 'Checksum',
    checksumWhat:
      'SHA-256 of the JSON file as it can be downloaded now. Publish it with the file: whoever downloads it can check that nothing was changed.',
    checksumLater: 'This contest has many attempts, so the checksum takes a while.',
    checksumNow: 'Compute the checksum',
    recompute: 'Recompute the ranking',
    recomputeHow:
      'The JSON file and the source of the software are enough, no database is needed. This command recomputes the ranks from the attempts, compares them with what was published, and says “khớp” (it agrees) or names every difference.',
    back: 'Dashboard',
  },
);

/** The words in one language. */
export type ResultsFileWords = (typeof resultsFileText)['vi'];
