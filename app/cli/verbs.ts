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
  'grant-role': {
    summary: 'Giao vai trò organizer, unitManager hoặc administrator cho một tài khoản tại một đơn vị',
    options: { name: { type: 'string' }, role: { type: 'string' }, unit: { type: 'string' } },
    run: async (input) => (await import('./grant-role.ts')).runGrantRole(input),
  },
  migrate: {
    summary: 'Đưa cơ sở dữ liệu lên cấu trúc mới nhất',
    run: async (input) => (await import('./migrate.ts')).runMigrate(input),
  },
  'check-content': {
    summary: 'Kiểm tra mọi bài học, câu hỏi, đơn vị, cuộc thi trong content/ và nêu từng lỗi theo tệp, dòng, trường',
    run: async (input) => (await import('./check-content.ts')).runCheckContent(input),
  },
  'load-content': {
    summary: 'Kiểm tra rồi nạp đơn vị, câu hỏi, cuộc thi từ content/ vào cơ sở dữ liệu; nạp lại không nhân đôi',
    run: async (input) => (await import('./load-content.ts')).runLoadContent(input),
  },
};
