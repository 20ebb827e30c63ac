import { defineText } from './define-text.ts';

/** Words of the rules page: prediction, ranking, lots, and the result over all rounds. */
export const rulesRankingText = defineText(
  {
    prediction: 'Câu hỏi dự đoán',
    asks: {
      people: (scope: string) => `Mỗi lượt thi có một câu dự đoán: có bao nhiêu người dự thi ${scope}?`,
      attempts: (scope: string) => `Mỗi lượt thi có một câu dự đoán: có bao nhiêu lượt thi ${scope}?`,
      peopleAllRight: (scope: string) =>
        `Mỗi lượt thi có một câu dự đoán: có bao nhiêu người trả lời đúng tất cả các câu ${scope}?`,
    },
    scope: { round: 'trong vòng đó', contest: 'trong cả cuộc thi' },
    answer: (highest: string) =>
      `Câu trả lời là một số nguyên từ 0 đến ${highest}, đổi được cho đến khi lượt thi kết thúc; số chọn sau cùng được tính.`,
    counts: {
      people: 'Số thực tế là số người có ít nhất một lượt thi hợp lệ đã kết thúc.',
      attempts: 'Số thực tế là số lượt thi hợp lệ đã kết thúc.',
      peopleAllRight: 'Số thực tế là số người có lượt được tính đúng tất cả các câu.',
    },
    inAnyRound: 'Qua nhiều vòng, một người được đếm một lần khi đúng tất cả ở ít nhất một vòng.',
    withoutPredictions: 'Khi đếm, lượt được tính của mỗi người được chọn mà không xét đến dự đoán.',
    noPractice: 'Lượt luyện tập không được đếm.',
    countedAfterRound:
      'Hệ thống đếm một lần sau mỗi vòng, khi vòng đã đóng, không còn bài nào đang làm và đã hết hạn nhận câu trả lời đến chậm; sớm nhất lúc:',
    countedAfterContest: (time: string) =>
      `Hệ thống đếm một lần cho cả cuộc thi, khi mọi vòng thi đã đóng, không còn bài nào đang làm và đã hết hạn nhận câu trả lời đến chậm; sớm nhất lúc ${time}.`,
    published: 'Số đã đếm được chốt, công bố trên trang bảng kết quả và không sửa nữa.',
    distance:
      'Độ lệch là số dự đoán trừ số thực tế, bỏ dấu. Dự đoán được xét là dự đoán của lượt được tính; lệch ít hơn là tốt hơn.',
    unused: 'Dự đoán không dùng để xếp hạng.',
    mayBeLeftOut: 'Lượt thi không dự đoán vẫn hợp lệ.',

    ranking: 'Xếp hạng cá nhân',
    chain:
      'Người dự thi được xếp theo lần lượt các tiêu chí sau; tiêu chí sau chỉ xét khi bằng nhau ở mọi tiêu chí trước:',
    criterion: {
      score: 'Điểm: cao hơn xếp trên.',
      predictionDistance: 'Độ lệch dự đoán: nhỏ hơn xếp trên. Người không dự đoán xếp sau mọi người có dự đoán.',
      duration: 'Thời gian làm bài: ngắn hơn xếp trên, so theo số giây, bỏ phần lẻ dưới một giây.',
      submittedAt: 'Giờ nộp bài: sớm hơn xếp trên, so đến phần nghìn giây theo đồng hồ của máy chủ.',
      fewerAttempts: 'Số lượt thi hợp lệ đã kết thúc: ít hơn xếp trên.',
      older: 'Năm sinh: người sinh trước xếp trên.',
      younger: 'Năm sinh: người sinh sau xếp trên.',
      lot: 'Bốc thăm, theo cách nêu dưới đây.',
    },
    durationPersonal:
      'Thời gian làm bài tính từ lúc người đó bắt đầu lượt thi đến lúc nộp bài, không kể thời gian vòng tạm dừng.',
    durationFixed:
      'Thời gian làm bài tính từ giờ mở của vòng đến lúc nộp bài, không kể thời gian vòng tạm dừng; vào muộn không có lợi.',
    ties: 'Người bằng nhau ở mọi tiêu chí thì đồng hạng, và các hạng tiếp theo bỏ trống tương ứng: 1, 2, 2, 4.',
    waitsFor: {
      predictionDistance: 'Khi số thực tế chưa chốt, hạng tạm thời chỉ xét các tiêu chí đứng trước độ lệch dự đoán.',
      lot: 'Khi mã bốc thăm chưa công bố, hạng tạm thời chỉ xét các tiêu chí đứng trước bốc thăm.',
    },
    lot: 'Mã bốc thăm của mỗi vòng do máy sinh ngẫu nhiên trước khi thi và được giữ kín. Dấu SHA-256 của mã được công bố từ đầu, nên về sau không ai chọn lại mã được; mã được công bố khi chốt kết quả.',
    lotOrder:
      'Lá thăm của một người là SHA-256 của chuỗi “<mã bốc thăm>:<mã người dự thi>”, viết bằng chữ số hệ 16; lá thăm nhỏ hơn xếp trên. Mã người dự thi là 16 ký tự đầu của SHA-256 của “<mã cuộc thi>:<mã tài khoản>”, có trong dữ liệu kết quả.',
    lotCheck: 'Ai cũng kiểm tra được: SHA-256 của mã bốc thăm đã công bố phải trùng với dấu sau đây.',
    lotLater: 'Dấu SHA-256 hiện ở đây khi cuộc thi được công bố.',
    lotOfContest: 'Toàn cuộc thi',

    overall: 'Kết quả toàn cuộc thi',
    overallNone: 'Mỗi vòng xếp hạng riêng; không có xếp hạng chung cho các vòng.',
    overallSum:
      'Có thêm xếp hạng chung, theo các tiêu chí như trên, với tổng các vòng mà người đó có lượt được tính: điểm và thời gian làm bài được cộng lại, số lượt là tổng số lượt hợp lệ, giờ nộp là giờ nộp muộn nhất. Vòng không thi không được cộng gì.',
    overallSumPredicts:
      'Độ lệch dự đoán của các vòng cũng được cộng lại; thiếu dự đoán ở một vòng đã thi thì coi là không dự đoán.',
    overallBest:
      'Có thêm xếp hạng chung: mỗi người được xếp bằng vòng tốt nhất của mình theo các tiêu chí như trên; hai vòng bằng nhau thì lấy vòng trước. Số lượt là tổng số lượt hợp lệ của mọi vòng.',
  },
  {
    prediction: 'Prediction',
    asks: {
      people: (scope: string) => `Each attempt asks for a prediction: how many people take part ${scope}?`,
      attempts: (scope: string) => `Each attempt asks for a prediction: how many attempts are there ${scope}?`,
      peopleAllRight: (scope: string) =>
        `Each attempt asks for a prediction: how many people have everything right ${scope}?`,
    },
    scope: { round: 'in that round', contest: 'in the whole contest' },
    answer: (highest: string) =>
      `The answer is a whole number from 0 to ${highest}; it may be changed until the attempt ends, and the last choice counts.`,
    counts: {
      people: 'The actual number is that of people with at least one valid finished attempt.',
      attempts: 'The actual number is that of valid finished attempts.',
      peopleAllRight: 'The actual number is that of people whose counted attempt has everything right.',
    },
    inAnyRound: 'Over several rounds a person counts once, with everything right in at least one of them.',
    withoutPredictions: 'For this count, counted attempts are chosen without looking at predictions.',
    noPractice: 'Practice is not counted.',
    countedAfterRound:
      'The system counts once after each round, when it has closed, no attempt runs and no late answer can arrive; at the earliest at:',
    countedAfterContest: (time: string) =>
      `The system counts once for the whole contest, when all rounds have closed, no attempt runs and no late answer can arrive; at the earliest at ${time}.`,
    published: 'The number is then frozen, published with the boards, and never changed.',
    distance:
      'The distance is the difference between the prediction and the actual number. It is that of the counted attempt; a smaller one is better.',
    unused: 'Predictions do not rank.',
    mayBeLeftOut: 'An attempt without a prediction is valid.',

    ranking: 'Ranking of persons',
    chain: 'People are ranked by these, one after the other; each is looked at only where all before it are equal:',
    criterion: {
      score: 'Score: higher is better.',
      predictionDistance:
        'Distance of the prediction: smaller is better. People without a prediction come after all who have one.',
      duration: 'Time taken: shorter is better, by whole seconds, parts of a second dropped.',
      submittedAt: 'Submission: earlier is better, by thousandths of a second of the server’s clock.',
      fewerAttempts: 'Valid finished attempts: fewer is better.',
      older: 'Year of birth: older people first.',
      younger: 'Year of birth: younger people first.',
      lot: 'Lot, drawn as below.',
    },
    durationPersonal: 'The time taken runs from the person’s own start to the submission, without pauses.',
    durationFixed:
      'The time taken runs from the opening of the round to the submission, without pauses; coming late gains nothing.',
    ties: 'People who are equal in everything share a rank, and the ranks after it stay empty: 1, 2, 2, 4.',
    waitsFor: {
      predictionDistance: 'Until the actual number is frozen, ranks look only at what stands before the prediction.',
      lot: 'Until the seed is published, ranks look only at what stands before the lot.',
    },
    lot: 'The seed of each round’s lots is made at random before the contest and kept secret. Its SHA-256 is published from the beginning, so that nobody can choose another afterwards; the seed is published when results are final.',
    lotOrder:
      'A person’s lot is the SHA-256 of “<seed>:<person’s code>” in hex; the lower one ranks first. The code is the first 16 digits of the SHA-256 of “<contest id>:<account id>”, and stands in the data of the results.',
    lotCheck: 'Anybody can check: the SHA-256 of the published seed must be this.',
    lotLater: 'The SHA-256 stands here once the contest is published.',
    lotOfContest: 'Whole contest',

    overall: 'The result over all rounds',
    overallNone: 'Each round is ranked by itself; there is no ranking over rounds.',
    overallSum:
      'There is also a ranking over all rounds by the same criteria, with the sums of the rounds in which the person has a counted attempt: marks and times are added up, attempts are all valid ones, and the submission is the latest. A round not sat adds nothing.',
    overallSumPredicts:
      'Distances are added up too; without a prediction in one of the rounds sat the person counts as having predicted nothing.',
    overallBest:
      'There is also a ranking over all rounds: each person by the best round under the same criteria; of two equal ones the earlier. Attempts are all valid ones of all rounds.',
  },
);
