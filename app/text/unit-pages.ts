import { defineText } from './define-text.ts';

/** Tabs of a unit for those in charge of it. */
export const unitPagesText = defineText(
  {
    tabs: 'Các trang của đơn vị',
    overview: 'Số liệu',
    missing: 'Ai chưa thi',
    headcounts: 'Quân số',
    roster: 'Danh sách người',
    targets: 'Chỉ tiêu',
    transfers: 'Chuyển đơn vị',
    charges: 'Người phụ trách',
    reports: 'Báo cáo',
    recovery: 'Cấp lại mật khẩu',
  },
  {
    tabs: 'Pages of the unit',
    overview: 'Figures',
    missing: 'Not yet taken part',
    headcounts: 'Headcount',
    roster: 'Roster',
    targets: 'Targets',
    transfers: 'Change of unit',
    charges: 'In charge',
    reports: 'Reports',
    recovery: 'Lost passwords',
  },
);
