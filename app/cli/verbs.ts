import type { Verb } from './verb.ts';

/** Every command, one file each. Imported when asked for, so that a small verb does not wait for the whole application. */
export const VERBS: Readonly<Record<string, Verb>> = {
  serve: {
    summary: 'Chạy máy chủ web từ bản dựng có sẵn',
    run: async () => {
      const { serve } = await import('./serve.ts');
      await serve();
      return true;
    },
  },
  demo: {
    summary: 'Dựng bản trình diễn với dữ liệu mẫu rồi chạy máy chủ',
    run: async (input) => (await import('./demo.ts')).runDemo(input),
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
