import { defineText } from './define-text.ts';

/** Words of the list of contests, and of phases and times wherever a contest is shown. */
export const contestsText = defineText(
  {
    listTitle: 'Cuộc thi',
    listLead: 'Các cuộc thi tìm hiểu của tỉnh: đang mở, sắp mở và đã kết thúc.',
    about: (title: string) => `${title}: thời gian, thể lệ, làm bài và kết quả.`,
    none: 'Chưa có cuộc thi nào. Khi ban tổ chức công bố, cuộc thi sẽ hiện ở đây.',
    phase: {
      upcoming: 'Sắp mở',
      open: 'Đang mở',
      paused: 'Tạm dừng',
      entryOver: 'Hết giờ vào thi',
      closed: 'Đã kết thúc',
    },
    opensAt: 'Mở lúc',
    lastStart: 'Bắt đầu làm bài trước',
    closesAt: 'Đóng lúc',
    opensIn: 'Còn lại đến giờ mở',
    startsIn: 'Còn lại để bắt đầu',
    closesIn: 'Còn lại đến giờ đóng',
    pausedNow: 'Ban tổ chức đang tạm dừng vòng thi. Giờ đóng lùi thêm đúng bằng thời gian tạm dừng.',
    roundOf: (title: string, count: number) => `${title}, trong ${count} vòng`,
  },
  {
    listTitle: 'Contests',
    listLead: 'Knowledge contests of the province: open, coming and past.',
    about: (title: string) => `${title}: times, rules, attempts and results.`,
    none: 'There is no contest yet. It will appear here once announced.',
    phase: { upcoming: 'Coming', open: 'Open', paused: 'Paused', entryOver: 'No more starts', closed: 'Over' },
    opensAt: 'Opens',
    lastStart: 'Start before',
    closesAt: 'Closes',
    opensIn: 'Opens in',
    startsIn: 'Time left to start',
    closesIn: 'Closes in',
    pausedNow: 'The organizers have paused the round. Its close moves on by just as long.',
    roundOf: (title: string, count: number) => `${title}, one of ${count} rounds`,
  },
);
