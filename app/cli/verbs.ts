import { TRUST_VERBS } from './trust-verbs.ts';
import type { Verb } from './verb.ts';

/** Every command, one file each. Imported when asked for, so that a small verb does not wait for the whole application. */
export const VERBS: Readonly<Record<string, Verb>> = {
  start: {
    summary: 'Chạy máy chủ thật sau khi kiểm tra mọi thứ cần có',
    run: async () => (await import('./start.ts')).runStart(),
  },
  demo: {
    summary: 'Dựng bản trình diễn với dữ liệu mẫu rồi chạy máy chủ',
    run: async (input) => (await import('./demo.ts')).runDemo(input),
  },
  'create-admin': {
    summary: 'Tạo quản trị viên; mật khẩu đọc từ đầu vào chuẩn',
    options: { name: { type: 'string' }, 'full-name': { type: 'string' }, 'birth-year': { type: 'string' } },
    run: async (input) => (await import('./create-admin.ts')).runCreateAdmin(input),
  },
  'reset-password': {
    summary: 'Đặt mật khẩu mới cho một tài khoản; mật khẩu đọc từ đầu vào chuẩn',
    options: { name: { type: 'string' } },
    run: async (input) => (await import('./reset-password.ts')).runResetPassword(input),
  },
  'reset-second-factor': {
    summary: 'Gỡ xác thực hai bước của người đã mất hết thiết bị và mã dự phòng, sau khi đã kiểm tra đúng người',
    options: { name: { type: 'string' } },
    run: async (input) => (await import('./reset-second-factor.ts')).runResetSecondFactor(input),
  },
  'grant-role': {
    summary:
      'Giao vai trò organizer, unitManager hoặc administrator cho một tài khoản tại một đơn vị; --block: unitManager chỉ của một khối',
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      block: { type: 'string' },
    },
    run: async (input) => (await import('./grant-role.ts')).runGrantRole(input),
  },
  migrate: {
    summary: 'Đưa cơ sở dữ liệu lên cấu trúc mới nhất',
    run: async (input) => (await import('./migrate.ts')).runMigrate(input),
  },
  'import-items': {
    summary:
      'Nhập câu hỏi từ tệp Word, Excel, CSV, GIFT, Aiken, Moodle XML, QTI hoặc YAML; --dry-run chỉ đọc thử và báo từng câu',
    options: {
      file: { type: 'string' },
      format: { type: 'string' },
      topic: { type: 'string' },
      lesson: { type: 'string' },
      difficulty: { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'skip-errors': { type: 'boolean' },
      submit: { type: 'boolean' },
    },
    takesOperands: true,
    run: async (input) => (await import('./import-items.ts')).runImportItems(input),
  },
  'export-items': {
    summary: 'Ghi câu hỏi của ngân hàng ra tệp theo định dạng đã chọn, và nêu những gì định dạng đó không mang được',
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      status: { type: 'string' },
      topic: { type: 'string' },
      ids: { type: 'string' },
    },
    run: async (input) => (await import('./export-items.ts')).runExportItems(input),
  },
  'import-units': {
    summary: 'Nhập cây đơn vị từ tệp Excel hoặc CSV; --dry-run chỉ đọc thử và báo từng dòng',
    options: { day: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    takesOperands: true,
    run: async (input) => (await import('./import-units.ts')).runImportUnits(input),
  },
  'export-units': {
    summary: 'Ghi cây đơn vị của một ngày ra tệp .xlsx hoặc .csv mà import-units đọc lại được',
    options: { out: { type: 'string' }, day: { type: 'string' } },
    run: async (input) => (await import('./export-units.ts')).runExportUnits(input),
  },
  'check-content': {
    summary: 'Kiểm tra mọi bài học, câu hỏi, đơn vị, cuộc thi trong content/ và nêu từng lỗi theo tệp, dòng, trường',
    run: async (input) => (await import('./check-content.ts')).runCheckContent(input),
  },
  'load-content': {
    summary: 'Kiểm tra rồi nạp đơn vị, câu hỏi, cuộc thi từ content/ vào cơ sở dữ liệu; nạp lại không nhân đôi',
    run: async (input) => (await import('./load-content.ts')).runLoadContent(input),
  },
  'refresh-standings': {
    summary:
      'Xếp hạng những bài vừa xong; thêm --contest <tên> để tính lại toàn bộ bảng của một cuộc thi từ các lượt thi',
    options: { contest: { type: 'string' } },
    run: async (input) => (await import('./refresh-standings.ts')).runRefreshStandings(input),
  },
  'recount-participation': {
    summary: 'Đếm lại số liệu tham gia của mọi đơn vị từ danh sách dự thi, lượt thi và bảng xếp hạng',
    options: { contest: { type: 'string' } },
    run: async (input) => (await import('./recount-participation.ts')).runRecountParticipation(input),
  },
  'extend-round': {
    summary: 'Gia hạn một vòng thi cho tất cả mọi người',
    options: {
      contest: { type: 'string' },
      round: { type: 'string' },
      minutes: { type: 'string' },
      reason: { type: 'string' },
    },
    run: async (input) => (await import('./extend-round.ts')).runExtendRound(input),
  },
  'pause-round': {
    summary: 'Tạm dừng một vòng thi từ lúc này: đồng hồ của mọi bài đứng lại',
    options: { contest: { type: 'string' }, round: { type: 'string' }, reason: { type: 'string' } },
    run: async (input) => (await import('./pause-round.ts')).runPauseRound(input),
  },
  'resume-round': {
    summary: 'Cho một vòng thi đang tạm dừng chạy tiếp',
    options: { contest: { type: 'string' }, round: { type: 'string' }, reason: { type: 'string' } },
    run: async (input) => (await import('./resume-round.ts')).runResumeRound(input),
  },
  'grant-extra-time': {
    summary: 'Cộng giờ làm bài cho một người hoặc một đơn vị, ở một vòng hoặc mọi vòng còn lại',
    options: {
      contest: { type: 'string' },
      round: { type: 'string' },
      minutes: { type: 'string' },
      reason: { type: 'string' },
      name: { type: 'string' },
      unit: { type: 'string' },
    },
    run: async (input) => (await import('./grant-extra-time.ts')).runGrantExtraTime(input),
  },
  'undo-adjustment': {
    summary: 'Hủy một lần gia hạn, cộng giờ hoặc tạm dừng đã kết thúc',
    options: { contest: { type: 'string' }, id: { type: 'string' }, reason: { type: 'string' } },
    run: async (input) => (await import('./undo-adjustment.ts')).runUndoAdjustment(input),
  },
  'add-notice': {
    summary: 'Gửi thông báo đến mọi người trong một cuộc thi',
    options: { contest: { type: 'string' }, text: { type: 'string' } },
    run: async (input) => (await import('./add-notice.ts')).runAddNotice(input),
  },
  'correct-key': {
    summary: 'Sửa đáp án, cho trọn điểm hoặc bỏ một câu trong một cuộc thi rồi chấm lại; --dry-run chỉ xem trước',
    options: {
      contest: { type: 'string' },
      item: { type: 'string' },
      kind: { type: 'string' },
      key: { type: 'string' },
      reason: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    run: async (input) => (await import('./correct-key.ts')).runCorrectKey(input),
  },
  'import-contest': {
    summary: 'Nhập bản mô tả cuộc thi từ tệp YAML thành bản nháp; với --publish thì công bố luôn',
    options: { file: { type: 'string' }, publish: { type: 'boolean' } },
    run: async (input) => (await import('./import-contest.ts')).runImportContest(input),
  },
  'export-contest': {
    summary: 'In bản mô tả YAML của một cuộc thi, kể cả mã dự thi',
    options: { slug: { type: 'string' } },
    run: async (input) => (await import('./export-contest.ts')).runExportContest(input),
  },
  verify: {
    summary:
      'Tính lại mọi lượt thi, đề, điểm, thứ hạng từ các bước đã ghi rồi so với dữ liệu đang lưu; --file gói.zip [--key khoa.pem]: kiểm tra một gói kết quả đã niêm phong, không cần cơ sở dữ liệu',
    options: { contest: { type: 'string' }, file: { type: 'string' }, key: { type: 'string' } },
    // why here: a package is checked on machines that have no database.
    run: async (input) =>
      typeof input.options['file'] === 'string'
        ? (await import('./verify-package.ts')).runVerifyPackage(input)
        : (await import('./verify.ts')).runVerify(input),
  },
  'export-results': {
    summary: 'Ghi kết quả của một cuộc thi ra tệp JSON đầy đủ, hoặc một bảng xếp hạng ra tệp CSV',
    options: {
      contest: { type: 'string' },
      out: { type: 'string' },
      csv: { type: 'boolean' },
      round: { type: 'string' },
    },
    run: async (input) => (await import('./export-results.ts')).runExportResults(input),
  },
  'analyse-contest': {
    summary: 'Tính phân tích câu hỏi của một vòng: bảng, CSV (--csv) hoặc JSON; --attempts first|last|best|all',
    options: {
      contest: { type: 'string' },
      round: { type: 'string' },
      attempts: { type: 'string' },
      csv: { type: 'boolean' },
    },
    run: async (input) => (await import('./analyse-contest.ts')).runAnalyseContest(input),
  },
  'find-signals': {
    summary: 'Tìm các dấu hiệu cần xem xét trong mọi vòng của một cuộc thi ngay bây giờ',
    options: { contest: { type: 'string' } },
    run: async (input) => (await import('./find-signals.ts')).runFindSignals(input),
  },
  'take-snapshot': {
    summary: 'Chốt số liệu của các kỳ báo cáo đã đến giờ; thêm --verify để kiểm tra những lần đã chốt còn nguyên vẹn',
    options: { contest: { type: 'string' }, verify: { type: 'boolean' } },
    run: async (input) => (await import('./take-snapshot.ts')).runTakeSnapshot(input),
  },
  'make-report': {
    summary: 'Lập báo cáo tuần của một đơn vị ra tệp Word, Excel hoặc PDF',
    options: {
      contest: { type: 'string' },
      unit: { type: 'string' },
      week: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
    run: async (input) => (await import('./make-report.ts')).runMakeReport(input),
  },
  'recompute-results': {
    summary: 'Tính lại bảng xếp hạng chỉ từ tệp kết quả, không cần cơ sở dữ liệu, rồi so với bảng đã công bố',
    options: { file: { type: 'string' } },
    run: async (input) => (await import('./recompute-results.ts')).runRecomputeResults(input),
  },
  ...TRUST_VERBS,
};
