import type { Verb } from './verb.ts';

/** Commands about keys, the audit log and personal data. */
export const TRUST_VERBS: Readonly<Record<string, Verb>> = {
  'rotate-keys': {
    summary: 'Niêm lại số điện thoại và dữ liệu niêm phong khác bằng khóa đứng đầu tệp installation.key',
    run: async (input) => (await import('./rotate-keys.ts')).runRotateKeys(input),
  },
  'check-audit': {
    summary:
      'Tìm mọi thứ bị sửa, thêm, xóa ngoài phần mềm: nhật ký, kết quả, các bước làm bài; sai thì kết thúc với mã 1',
    run: async (input) => (await import('./check-audit.ts')).runCheckAudit(input),
  },
  'seal-audit': {
    summary: 'Niêm phong ngay những việc mới trong nhật ký; máy chủ vẫn tự làm việc này sau mỗi vài giây',
    run: async (input) => (await import('./seal-audit.ts')).runSealAudit(input),
  },
  'rotate-signing-key': {
    summary: 'Thay khóa ký kết quả và nhật ký; những gì khóa cũ đã ký vẫn kiểm tra được',
    run: async (input) => (await import('./rotate-signing-key.ts')).runRotateSigningKey(input),
  },
  'data-register': {
    summary: 'Lập hồ sơ xử lý dữ liệu cá nhân từ danh mục dữ liệu trong mã nguồn ra tệp .docx hoặc .md',
    options: { out: { type: 'string' } },
    run: async (input) => (await import('./data-register.ts')).runDataRegister(input),
  },
  'incident-report': {
    summary: 'Khi nghi lộ dữ liệu: ai đã xem gì, bao nhiêu người, trường nào, từ --from đến --to (giờ Việt Nam)',
    options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
    run: async (input) => (await import('./incident-report.ts')).runIncidentReport(input),
  },
  'apply-retention': {
    summary: 'Xóa những gì hết thời hạn lưu; --dry-run chỉ đếm',
    options: { 'dry-run': { type: 'boolean' } },
    run: async (input) => (await import('./apply-retention.ts')).runApplyRetention(input),
  },
  'export-erasures': {
    summary: 'Ghi danh sách mã những người đã xóa dữ liệu, để cất cạnh bản sao lưu',
    options: { out: { type: 'string' } },
    run: async (input) => (await import('./erasures.ts')).runExportErasures(input),
  },
  'reapply-erasures': {
    summary: 'Sau khi khôi phục bản sao lưu cũ: xóa lại những người có trong danh sách',
    options: { file: { type: 'string' } },
    run: async (input) => (await import('./erasures.ts')).runReapplyErasures(input),
  },
};
